package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.ChecklistEntry;
import eu.vitrine.policy.ChecklistEntry.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldReportTests {

    private static ChecklistEntry field(String id, Answer answer, @Nullable Boolean needed) {
        return new ChecklistEntry(id, "label of " + id, answer, needed, null);
    }

    @Test
    void a_field_that_is_not_asked_for_does_not_lack() {
        FieldReport report = new FieldReport(List.of(field("T-1.3.9", Answer.MISSING, false), field("T-2.3", Answer.MISSING, true)));
        assertThat(report.lacking()).extracting(FieldReport::number).containsExactly("2.3");
        assertThat(FieldReport.mark(report.fields().getFirst()).tone()).isEqualTo("na");
        assertThat(FieldReport.mark(report.fields().getLast()).tone()).isEqualTo("notmet");
    }

    @Test
    void a_field_that_may_be_asked_for_is_counted_as_asked_for() {
        FieldReport report = new FieldReport(List.of(field("T-1.1.2", Answer.NOT_READ, null), field("T-0.1", Answer.GIVEN, true), field("T-3.3", Answer.NOT_READ, false)));
        assertThat(report.needed()).isEqualTo(2);
        assertThat(report.unread()).isEqualTo(1);
    }

    @Test
    void what_nobody_read_is_neither_lacking_nor_given() {
        FieldReport report = new FieldReport(List.of(field("T-0.1", Answer.NOT_READ, true), field("T-0.2", Answer.NOT_READ, true)));
        assertThat(report.isUnread()).isTrue();
        assertThat(report.lacking()).isEmpty();
    }

    @Test
    void a_field_wrongly_left_out_as_not_applying_lacks() {
        assertThat(new FieldReport(List.of(field("T-2.5", Answer.DOES_NOT_APPLY, true))).lacking()).hasSize(1);
    }
}
