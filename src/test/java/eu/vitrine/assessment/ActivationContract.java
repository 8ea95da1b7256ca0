package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** What must hold of policy sets on their way into force, on every database. */
abstract class ActivationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ApplicationContext context;

    @Autowired
    PolicySets sets;

    @Autowired
    Trials trials;

    @Autowired
    TrialArchive archive;

    @Autowired
    Policies policies;

    @Autowired
    Assessments assessments;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    TestClock clock;

    private People people;
    private People.Person author;
    private People.Person approver;

    @BeforeEach
    void an_author_acts() {
        people = new People(context);
        author = people.with(Role.POLICY_AUTHOR);
        approver = people.with(Role.APPROVER, Role.AUDITOR, Role.OFFICER);
        people.actAs(author);
    }

    @AfterEach
    void nobody_acts() {
        for (Proposal proposal : context.getBean(Proposals.class).all()) {
            if (proposal.isOpen()) {
                people.actAs(approver);
                sets.reject(proposal.number(), "left over by a test");
            }
        }
        SecurityContextHolder.clearContext();
    }

    private Trial tried(int number) {
        trials.start(number);
        Instant until = Instant.now().plus(PATIENCE);
        Trial trial = trials.newestOf(number).orElseThrow();
        while (trial.isRunning() && Instant.now().isBefore(until)) {
            pause();
            trial = trials.newestOf(number).orElseThrow();
        }
        return trial;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ActivationRefused.Reason refusal(Runnable act) {
        try {
            act.run();
        } catch (ActivationRefused e) {
            return e.reason();
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void the_first_start_puts_the_shipped_set_in_force_and_says_so_in_the_log() {
        Proposal first = sets.get(1);
        assertThat(first.origin()).isEqualTo(Proposal.Origin.SHIPPED);
        assertThat(first.activated()).isNotNull();
        assertThat(first.activated().by()).isEqualTo(Actor.SYSTEM);
        people.actAs(approver);
        assertThat(trail.newestFirst(new AuditFilter("policy-set", "1"), Long.MAX_VALUE, 10)).extracting(event -> event.action())
                .endsWith("policy-set.activated", "policy-set.proposed");
    }

    @Test
    void another_shipped_set_arrives_as_a_proposal_once_and_the_set_in_force_stays() {
        PolicyArrival arrival = context.getBean(PolicyArrival.class);
        KeptSet other = DraftSet.read(Drafts.reworded(), policies.current().vocabulary());
        PolicySet.Identity before = policies.current().identity();
        transactions.executeWithoutResult(status -> arrival.arrive(other));
        transactions.executeWithoutResult(status -> arrival.arrive(other));
        assertThat(sets.all().stream().filter(one -> one.set().equals(other.identity()))).singleElement().satisfies(one -> {
            assertThat(one.origin()).isEqualTo(Proposal.Origin.SHIPPED);
            assertThat(one.state()).isEqualTo(Proposal.State.PROPOSED);
        });
        assertThat(policies.current().identity()).isEqualTo(before);
    }

    @Test
    void two_persons_put_a_tried_set_in_force_and_assessments_know_that_they_are_out_of_date() {
        people.actAs(approver);
        AssessmentLine line = assessments.assess("phi-4");
        people.actAs(author);
        int number = sets.propose(Drafts.reworded(), "clearer words");
        Trial trial = tried(number);
        assertThat(trial.state()).isEqualTo(Trial.State.FINISHED);
        assertThat(trials.subjects(trial)).isEmpty();
        sets.request(number, 0);
        Policies otherNode = new Policies(context.getBean(Proposals.class), context.getBean(PolicyArchive.class));
        otherNode.haveArrived();
        assertThat(otherNode.current().identity()).isEqualTo(policies.current().identity());
        people.actAs(approver);
        sets.activate(number);
        assertThat(sets.inForce()).contains(number);
        assertThat(otherNode.current().identity()).as("on every node").isEqualTo(sets.get(number).set());
        assertThat(policies.current().identity()).isEqualTo(sets.get(number).set());
        assertThat(assessments.movedSince(line)).containsExactly(new Moved("assessment.moved.wording", List.of()));
        assertThat(assessments.byNumber("phi-4", line.number()).replay().how()).isEqualTo(Replay.How.SAME_BYTES);
        assertThat(trail.newestFirst(new AuditFilter("policy-set", Integer.toString(number)), Long.MAX_VALUE, 10)).extracting(event -> event.action())
                .containsExactly("policy-set.activated", "policy-set.activation-requested", "policy-set.tried", "policy-set.proposed");
    }

    @Test
    void whoever_requested_cannot_confirm_whatever_the_roles() {
        People.Person both = people.with(Role.POLICY_AUTHOR, Role.APPROVER, Role.ADMINISTRATOR);
        int number = sets.propose(Drafts.reworded(), null);
        tried(number);
        people.actAs(both);
        sets.request(number, 0);
        assertThat(refusal(() -> sets.activate(number))).isEqualTo(ActivationRefused.Reason.SAME_PERSON);
        people.actAs(author);
        assertThat(refusal(() -> sets.activate(number))).as("nor who put it forward").isEqualTo(ActivationRefused.Reason.SAME_PERSON);
        assertThat(sets.get(number).state()).isEqualTo(Proposal.State.REQUESTED);
    }

    @Test
    void of_two_who_confirm_at_once_one_does() throws Exception {
        int number = sets.propose(Drafts.reworded(), null);
        tried(number);
        sets.request(number, 0);
        int events = activations();
        List<People.Person> approvers = List.of(approver, people.with(Role.APPROVER));
        List<Callable<Boolean>> tasks = approvers.stream().<Callable<Boolean>>map(person -> () -> {
            people.actAs(person);
            try {
                sets.activate(number);
                return true;
            } catch (ActivationRefused e) {
                return false;
            } finally {
                SecurityContextHolder.clearContext();
            }
        }).toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (var task : threads.invokeAll(tasks)) {
                done += task.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(activations()).isEqualTo(events + 1);
    }

    private int activations() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'policy-set.activated'").query(Integer.class).single();
    }

    @Test
    void the_database_refuses_one_person_in_both_parts() {
        int number = sets.propose(Drafts.reworded(), null);
        String activate = "UPDATE policy_proposal SET activated_at = proposed_at, activated_by = ?, activated_by_name = 'x' WHERE number = ?";
        assertThatThrownBy(() -> jdbc.sql(activate).params("b", number).update()).as("nobody requested").isInstanceOf(DataIntegrityViolationException.class);
        jdbc.sql("UPDATE policy_proposal SET requested_at = proposed_at, requested_by = 'a', requested_by_name = 'A' WHERE number = ?").param(number).update();
        assertThatThrownBy(() -> jdbc.sql(activate).params("a", number).update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(activate).params(author.id().value().toString(), number).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql(activate).params("system", number).update()).as("nor the product itself").isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nothing_is_requested_without_a_finished_trial_against_the_set_in_force() {
        int number = sets.propose(Drafts.reworded(), null);
        assertThat(refusal(() -> sets.request(number, 0))).isEqualTo(ActivationRefused.Reason.NOT_TRIED);
        assertThat(refusal(() -> sets.activate(number))).isEqualTo(ActivationRefused.Reason.NOT_REQUESTED);
        tried(number);
        jdbc.sql("UPDATE policy_trial SET base = 1, state = 'FAILED' WHERE proposal = ?").param(number).update();
        assertThat(refusal(() -> sets.request(number, 0))).isEqualTo(ActivationRefused.Reason.NOT_TRIED);
    }

    @Test
    void a_trial_against_a_set_that_is_no_longer_in_force_counts_for_nothing() {
        int first = sets.propose(Drafts.reworded(), null);
        int second = sets.propose(Drafts.reworded(), null);
        tried(first);
        tried(second);
        sets.request(first, 0);
        sets.request(second, 0);
        people.actAs(approver);
        sets.activate(first);
        assertThat(refusal(() -> sets.activate(second))).isEqualTo(ActivationRefused.Reason.NOT_TRIED);
    }

    @Test
    void a_trial_lists_what_changes_for_whom_by_model_and_by_policy() {
        int number = sets.propose(Drafts.withoutSummary(), null);
        Trial trial = tried(number);
        assertThat(trial.done()).isEqualTo(trial.total()).isGreaterThanOrEqualTo(28);
        assertThat(trials.subjects(trial)).extracting(TrialSubject::slug).contains("deepseek-r1", "gpt-5");
        assertThat(trials.byPolicy(trial)).anySatisfy(one -> assertThat(one.policy()).isEqualTo("AIA-53-1-d"));
        List<TrialChange> ofOne = trials.changes(trial, new TrialQuery("gpt-5", "AIA-53-1-d", "gone", false, 1));
        assertThat(ofOne).singleElement().satisfies(change -> {
            assertThat(change.deviation().before()).isNotNull();
            assertThat(change.deviation().after()).isNull();
        });
        assertThat(trials.changes(trial, new TrialQuery("", "", "", true, 1))).isNotEmpty();
        assertThat(trials.count(trial, "new")).isZero();
        assertThat(trials.countVisible(trial, new TrialQuery("", "AIA-53-1-d", "", false, 1))).isEqualTo(trials.subjects(trial).size());
    }

    @Test
    void records_of_other_units_are_counted_and_not_named() {
        int number = sets.propose(Drafts.withoutSummary(), null);
        Trial trial = tried(number);
        int all = trials.countSubjects(trial);
        int rows = trials.countVisible(trial, TrialQuery.all());
        jdbc.sql("INSERT INTO unit (slug, name, created_at) VALUES ('trial-legal', 'Trial of units', CURRENT_TIMESTAMP)").update();
        ofUnit("gpt-5", "trial-legal");
        ofUnit("deepseek-r1", "trial-sales");
        try {
            people.actAs(people.of(people.with(Role.POLICY_AUTHOR), "trial-legal"));
            assertThat(trials.subjects(trial)).hasSize(all - 1).extracting(TrialSubject::slug).contains("gpt-5").doesNotContain("deepseek-r1");
            assertThat(trials.changes(trial, new TrialQuery("deepseek-r1", "", "", false, 1))).isEmpty();
            assertThat(trials.countVisible(trial, new TrialQuery("deepseek-r1", "", "", false, 1))).isZero();
            assertThat(trials.changes(trial, new TrialQuery("gpt-5", "", "", false, 1))).isNotEmpty();
            assertThat(trials.countVisible(trial, TrialQuery.all())).isLessThan(rows);
            assertThat(trials.countSubjects(trial)).isEqualTo(all);
            assertThat(trials.count(trial)).isEqualTo(rows);
        } finally {
            ofUnit("gpt-5", null);
            ofUnit("deepseek-r1", null);
            people.actAs(author);
        }
        assertThat(trials.subjects(trial)).hasSize(all);
    }

    private void ofUnit(String slug, @Nullable String unit) {
        jdbc.sql("UPDATE registry_record SET unit = :unit WHERE kind = 'MODEL' AND slug = :slug").param("unit", unit).param("slug", slug).update();
    }

    @Test
    void a_trial_says_how_many_records_were_saved_since_it_began() {
        clock.moveBy(Duration.ofSeconds(1));
        int number = sets.propose(Drafts.reworded(), null);
        Trial trial = tried(number);
        assertThat(trials.movedSince(trial)).isZero();
        clock.moveBy(Duration.ofSeconds(1));
        people.actAs(approver);
        context.getBean(ModelRegistry.class).importRecords(List.of(Catalogue.changed("eurollm-22b", "name: EuroLLM", "name: New EuroLLM")));
        assertThat(trials.movedSince(trial)).isEqualTo(1);
    }

    @Test
    void one_trial_runs_at_a_time() {
        int number = sets.propose(Drafts.reworded(), null);
        int running = left(number, Duration.ZERO);
        assertThat(refusal(() -> trials.start(number))).isEqualTo(ActivationRefused.Reason.TRIAL_RUNNING);
        assertThat(archive.end(running, "a process that is gone", Trial.State.INTERRUPTED)).isTrue();
    }

    @Test
    void a_trial_whose_process_is_gone_is_interrupted_and_can_be_run_again() throws Exception {
        int number = sets.propose(Drafts.reworded(), null);
        int left = left(number, TrialArchive.LEASE.plusSeconds(1));
        assertThat(trials.newestOf(number).orElseThrow().state()).isEqualTo(Trial.State.INTERRUPTED);
        context.getBean(TrialRunner.class).run(new DefaultApplicationArguments());
        assertThat(jdbc.sql("SELECT state FROM policy_trial WHERE number = ?").param(left).query(String.class).single()).isEqualTo("INTERRUPTED");
        assertThat(archive.progress(left, "a process that is gone", 5)).as("who lost it writes nothing more").isFalse();
        assertThat(tried(number).state()).isEqualTo(Trial.State.FINISHED);
    }

    /** A trial as a process leaves it behind that was killed. */
    private int left(int proposal, Duration silent) {
        int head = sets.inForce().orElseThrow();
        int number = transactions.execute(status -> archive.begin(proposal, head, LocalDate.of(2026, 11, 25), 28, "a process that is gone", Actor.SYSTEM));
        jdbc.sql("UPDATE policy_trial SET done = 12, beat_at = ? WHERE number = ?")
                .params(clock.instant().minus(silent).atOffset(ZoneOffset.UTC), number).update();
        return number;
    }

    @Test
    void a_set_that_is_in_force_or_waits_is_not_proposed_twice() {
        byte[] draft = Drafts.reworded();
        sets.propose(draft, null);
        assertThat(refusal(() -> sets.propose(draft, null))).isEqualTo(ActivationRefused.Reason.WAITING);
        Map<String, String> now = policies.kept().files().byName();
        assertThat(refusal(() -> sets.propose(Drafts.zip(now), null))).isEqualTo(ActivationRefused.Reason.IN_FORCE);
    }

    @Test
    void what_is_rejected_stays_rejected_with_its_reason() {
        int number = sets.propose(Drafts.reworded(), null);
        sets.reject(number, "not now");
        assertThat(sets.get(number).reason()).isEqualTo("not now");
        assertThat(refusal(() -> sets.reject(number, "again"))).isEqualTo(ActivationRefused.Reason.DECIDED);
        assertThat(refusal(() -> trials.start(number))).isEqualTo(ActivationRefused.Reason.DECIDED);
        assertThat(refusal(() -> sets.activate(number))).isEqualTo(ActivationRefused.Reason.DECIDED);
    }

    @Test
    void roles_hold_at_the_front_doors() {
        int number = sets.propose(Drafts.reworded(), null);
        people.actAs(people.with(Role.OFFICER, Role.AUDITOR, Role.PROCUREMENT));
        assertThat(sets.get(number).number()).isEqualTo(number);
        assertThatThrownBy(() -> sets.propose(Drafts.reworded(), null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> trials.start(number)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sets.request(number, 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sets.activate(number)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sets.reject(number, "x")).isInstanceOf(AccessDeniedException.class);
        people.actAs(people.with(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> sets.activate(number)).as("an administrator may request, not confirm").isInstanceOf(AccessDeniedException.class);
        people.actAs(people.with(Role.PROCUREMENT));
        assertThatThrownBy(() -> sets.all()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothing_is_activated_if_the_audit_log_cannot_record_it() {
        int number = sets.propose(Drafts.reworded(), null);
        tried(number);
        sets.request(number, 0);
        int before = sets.inForce().orElseThrow();
        long last = jdbc.sql("SELECT seq FROM audit_head WHERE id = 1").query(Long.class).single();
        jdbc.sql("UPDATE audit_head SET seq = seq - 1").update(); // the next event collides with the last one
        people.actAs(approver);
        try {
            assertThatThrownBy(() -> sets.activate(number)).isInstanceOf(DuplicateKeyException.class);
        } finally {
            jdbc.sql("UPDATE audit_head SET seq = ?").param(last).update();
        }
        assertThat(sets.inForce()).contains(before);
        assertThat(sets.get(number).state()).isEqualTo(Proposal.State.REQUESTED);
    }
}
