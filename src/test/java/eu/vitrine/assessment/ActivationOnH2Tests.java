package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.ServerTest;
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
        int left = transactions.execute(status -> archive.begin(head, head, java.time.LocalDate.of(2026, 11, 25), 28, "gone", eu.vitrine.audit.Actor.SYSTEM));
        context.getBean(TrialRunner.class).run(new DefaultApplicationArguments());
        assertThat(archive.running()).isEqualTo(Optional.empty());
        assertThat(archive.progress(left, "gone", 1)).isFalse();
    }
}
