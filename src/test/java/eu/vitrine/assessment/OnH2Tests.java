package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** On H2, where the database itself does not refuse a change, the change is seen on reading. */
@OwnServerTest
class OnH2Tests extends AssessmentsContract {

    @Test
    void an_assessment_whose_bytes_were_changed_is_not_shown() {
        AssessmentLine line = assessments.assess("smollm3-3b");
        byte[] bytes = assessments.json("smollm3-3b", line.number());
        bytes[bytes.length / 2] ^= 1;
        write(line, bytes);
        try {
            assertThatThrownBy(() -> assessments.byNumber("smollm3-3b", line.number())).isInstanceOf(NotAsStored.class).hasMessageContaining("hash");
        } finally {
            bytes[bytes.length / 2] ^= 1;
            write(line, bytes);
        }
        assertThat(assessments.byNumber("smollm3-3b", line.number()).evaluation().slug()).isEqualTo("smollm3-3b");
    }

    private void write(AssessmentLine line, byte[] bytes) {
        jdbc.sql("UPDATE assessment SET evaluation = ? WHERE model_slug = ? AND number = ?").params(bytes, line.slug(), line.number()).update();
    }
}
