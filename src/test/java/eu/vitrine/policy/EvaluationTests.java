package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What holds for every evaluation, on the real records. */
class EvaluationTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2024, 8, 1), LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 2),
            LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 2), DAY, LocalDate.of(2027, 8, 1), LocalDate.of(2027, 8, 2), LocalDate.of(2029, 1, 1));

    @Test
    void no_answer_rests_on_an_assumption_and_says_met_by_it_exempt_or_not_met() throws IOException {
        for (Subject subject : PreparedTests.catalogue(SET)) {
            for (LocalDate day : DAYS) {
                for (Finding finding : SET.evaluate(subject, day).findings()) {
                    if (!finding.assumptions().isEmpty()) {
                        assertThat(finding.review()).as(subject.slug() + " " + finding.policy().id()).isTrue();
                        assertThat(finding.answers().applicability()).isNotEqualTo(Answers.Applicability.EXEMPT);
                        assertThat(finding.answers().evidence()).isNotEqualTo(Answers.Evidence.NOT_MET);
                        assertThat(finding.withoutAssumptions().keySet()).containsAll(finding.assumptions()).contains(Finding.NONE_AT_ALL);
                    }
                }
            }
        }
    }

    @Test
    void leaving_out_every_assumption_gives_the_answers_named_none_at_all() throws IOException {
        for (Subject subject : PreparedTests.catalogue(SET)) {
            Evaluation with = SET.evaluate(subject, DAY);
            Evaluation without = SET.evaluateWithoutAssumptions(subject, DAY);
            for (Finding finding : with.findings()) {
                Finding other = without.finding(finding.policy().id()).orElseThrow();
                assertThat(other.assumptions()).isEmpty();
                if (!finding.assumptions().isEmpty()) {
                    assertThat(finding.withoutAssumptions().get(Finding.NONE_AT_ALL)).isEqualTo(other.answers());
                } else {
                    assertThat(finding.answers()).isEqualTo(other.answers());
                }
            }
        }
    }

    @Test
    void forgetting_facts_never_turns_an_open_answer_into_a_pass() throws IOException {
        Random random = new Random(42);
        for (Subject subject : PreparedTests.catalogue(SET)) {
            Evaluation whole = SET.evaluateWithoutAssumptions(subject, DAY);
            for (int i = 0; i < 20; i++) {
                Evaluation less = SET.evaluateWithoutAssumptions(forgetting(subject, random), DAY);
                for (Finding finding : less.findings()) {
                    Answers known = whole.finding(finding.policy().id()).orElseThrow().answers();
                    boolean passes = finding.answers().evidence() == Answers.Evidence.MET
                            || finding.answers().applicability() == Answers.Applicability.EXEMPT;
                    if (passes) {
                        assertThat(known.evidence() == Answers.Evidence.MET || known.applicability() == Answers.Applicability.EXEMPT)
                                .as(subject.slug() + " " + finding.policy().id()).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void assumptions_never_narrow_the_score() throws IOException {
        for (Subject subject : PreparedTests.catalogue(SET)) {
            for (LocalDate day : DAYS) {
                Score with = SET.evaluate(subject, day).score();
                Score without = SET.evaluateWithoutAssumptions(subject, day).score();
                if (with.low() != null && without.low() != null) {
                    assertThat(with.low()).as(subject.slug() + " " + day).isLessThanOrEqualTo(without.low());
                    assertThat(with.high()).as(subject.slug() + " " + day).isGreaterThanOrEqualTo(without.high());
                }
            }
        }
    }

    @Test
    void opinions_and_free_text_change_nothing() {
        Evaluation plain = SET.evaluate(ConditionsTests.subject("model.generality: broad", "model.training.compute: 3e24"), DAY);
        Evaluation noted = SET.evaluate(ConditionsTests.subject("model.generality: {value: broad, note: surely exempt}",
                "model.training.compute: {value: 3e24, note: above 1e25, method: compliant}", "model.disclosure.corpus_description: fully compliant"), DAY);

        assertThat(noted.findings()).extracting(Finding::answers).isEqualTo(plain.findings().stream().map(Finding::answers).toList());
    }

    @Test
    void the_same_facts_give_the_same_findings_in_any_place_and_language() throws IOException {
        Subject subject = PreparedTests.catalogue(SET).getFirst();
        Evaluation here = SET.evaluate(subject, DAY);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(SET.evaluate(subject, DAY)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_defeated_assumption_says_which_fact_defeated_it() {
        Evaluation evaluation = SET.evaluate(ConditionsTests.subject("model.generality: broad", "model.release.context: market",
                "model.release.first_public_date: \"2025-04-05\"", "model.release.eu_excluded: multimodal_only"), DAY);
        Finding summary = evaluation.finding("AIA-53-1-d").orElseThrow();

        assertThat(summary.answers().due()).isEqualTo(Answers.Due.UNKNOWN);
        assertThat(summary.why()).extracting(Why::text).anyMatch(text -> text.startsWith("No placing is assumed, because the provider excludes the Union"));
    }

    @Test
    void a_figure_of_which_only_the_upper_end_is_known_is_worded_so() {
        Evaluation evaluation = SET.evaluate(ConditionsTests.subject("model.generality: broad",
                "model.training.cumulative_compute: {max: 5e24}"), DAY);

        assertThat(evaluation.classification("CLS-3").orElseThrow().why()).extracting(Why::text).anyMatch(text -> text.contains("at most 5 × 10²⁴"));
    }

    @Test
    void exempt_duties_change_nothing_in_the_score() {
        Score score = SET.evaluate(ConditionsTests.subject("model.generality: narrow", "model.release.context: market"), DAY).score();

        assertThat(score.inPlay()).isZero();
        assertThat(score.low()).isNull();
    }

    private static Subject forgetting(Subject subject, Random random) {
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : subject.facts().all()) {
            kept.add(fact.state() == State.VALUE && random.nextInt(4) == 0 ? Fact.unknown(fact.id()) : fact);
        }
        return new Subject(subject.slug(), subject.name(), subject.version(), subject.stated(), Facts.of(kept), subject.licences(),
                subject.services(), subject.lifecycle());
    }
}
