package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRowTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final List<Subject> SUBJECTS = RecordReader.with(SET.vocabulary()).read(Catalogue.files()).subjects();

    private static Evaluation of(String slug) {
        return SET.evaluate(SUBJECTS.stream().filter(one -> one.slug().equals(slug)).findFirst().orElseThrow(), LocalDate.parse("2026-11-25"));
    }

    private static FindingRow row(String slug, String policy) {
        return FindingRow.of(of(slug).finding(policy).orElseThrow());
    }

    @Test
    void where_evidence_decides_the_row_says_what_was_seen_and_not_why_the_duty_applies() {
        FindingRow row = row("mistral-large-3", "AIA-53-1-d");
        assertThat(row.finding().outcome()).isEqualTo(Outcome.PARTLY_MET);
        assertThat(row.why()).startsWith("Published, and tests not passed");
    }

    @Test
    void a_duty_that_turns_on_many_facts_names_two_and_counts_the_others() {
        FindingRow row = row("deepseek-r1", "AIA-53-1-a");
        assertThat(row.turnsOn()).isNotNull();
        assertThat(row.turnsOn().named()).hasSize(2);
        assertThat(row.turnsOn().more()).isPositive();
    }

    @Test
    void a_duty_not_yet_due_gives_its_day_and_says_that_the_day_is_assumed() {
        FindingRow row = row("deepseek-r1", "AIA-53-1-c");
        assertThat(row.dueOn()).isEqualTo(LocalDate.parse("2027-08-02"));
        assertThat(row.isAssumed()).isTrue();
    }

    @Test
    void what_is_seen_to_fail_comes_before_what_is_only_open() {
        assertThat(row("mistral-large-3", "AIA-53-1-d").urgency()).isLessThan(row("mistral-large-3", "AIA-53-1-c").urgency());
        assertThat(row("mistral-large-3", "AIA-53-1-c").urgency()).isLessThan(row("mistral-large-3", "AIA-53-1-a").urgency());
    }

    @Test
    void a_way_to_demonstrate_has_no_mark_of_a_gap() {
        assertThat(row("mistral-large-3", "AIA-53-4").mark()).isNull();
    }

    @Test
    void an_evaluation_does_not_differ_from_itself_and_does_from_that_of_another_day() {
        Evaluation now = of("deepseek-r1");
        Subject subject = SUBJECTS.stream().filter(one -> one.slug().equals("deepseek-r1")).findFirst().orElseThrow();
        assertThat(Difference.between(now, now)).isEmpty();
        assertThat(Difference.between(now, SET.evaluate(subject, LocalDate.parse("2027-08-02"))))
                .anySatisfy(difference -> assertThat(difference.policy().id()).isEqualTo("AIA-53-1-d"));
    }
}
