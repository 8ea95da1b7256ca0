package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.ServerTest;
import eu.vitrine.audit.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** On a server of its own, because the set in force changes here. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-activation")
@DirtiesContext
class ActivationOnH2Tests extends ActivationContract {

    @Test
    void a_start_on_h2_marks_whatever_runs_because_the_file_belongs_to_one_process() throws Exception {
        int head = sets.inForce().orElseThrow();
        int left = transactions.execute(status -> archive.begin(head, head, LocalDate.of(2026, 11, 25), 28, "gone", Actor.SYSTEM));
        context.getBean(TrialRunner.class).run(new DefaultApplicationArguments());
        assertThat(archive.running()).isEqualTo(Optional.empty());
        assertThat(archive.progress(left, "gone", 1)).isFalse();
    }

    @Test
    void what_the_organisation_laid_over_the_set_in_force_survives_an_upgrade() {
        KeptSet shipped = context.getBean(ShippedSet.class).get();
        KeptSet own = DraftSet.read(Drafts.zip(Drafts.with("overlay/switches.yaml", "switch: {HR-EXIT: off}\n")), shipped.set().vocabulary());
        Proposals proposals = context.getBean(Proposals.class);
        transactions.executeWithoutResult(status -> {
            Proposal.Act act = new Proposal.Act(Actor.SYSTEM, clock.instant());
            context.getBean(PolicyArchive.class).keep(own);
            int number = proposals.propose(own.identity(), Proposal.Origin.UPLOADED, null, act);
            jdbc.sql("UPDATE policy_head SET proposal = ?").param(number).update();
            assertThat(context.getBean(PolicyArrival.class).withOverlay(shipped).files().byName()).containsEntry("overlay/switches.yaml", "switch: {HR-EXIT: off}\n");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_database_of_a_release_without_proposals_keeps_the_set_that_it_assessed_by() {
        KeptSet earlier = DraftSet.read(Drafts.reworded(), policies.current().vocabulary());
        KeptSet shipped = context.getBean(ShippedSet.class).get();
        Proposals proposals = context.getBean(Proposals.class);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE policy_head SET proposal = NULL").update();
            for (String table : List.of("policy_trial_change", "policy_trial_subject", "policy_trial", "policy_proposal")) {
                jdbc.sql("DELETE FROM " + table).update();
            }
            clock.moveBy(Duration.ofSeconds(1));
            context.getBean(PolicyArchive.class).keep(earlier);
            context.getBean(PolicyArrival.class).arrive(shipped);
            assertThat(proposals.get(proposals.inForce().orElseThrow()).set()).isEqualTo(earlier.identity());
            assertThat(proposals.of(shipped.identity())).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(Proposal.State.PROPOSED));
            status.setRollbackOnly();
        });
    }
}
