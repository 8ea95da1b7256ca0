package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The same on a real PostgreSQL, started for this class and stopped with the virtual machine. */
@PostgresTest
class OnPostgresTests extends AssessmentsContract {

    @Test
    void the_database_itself_refuses_to_change_or_remove_an_assessment() {
        AssessmentLine line = assessments.assess("phi-4");
        assertThatThrownBy(() -> jdbc.sql("UPDATE assessment SET model_name = 'x' WHERE number = ?").param(line.number()).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM assessment_pin").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM issued_dossier").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changes");
    }
}
