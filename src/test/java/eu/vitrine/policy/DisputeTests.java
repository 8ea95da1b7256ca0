package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dispute about a fact that decides shows in every answer that turns on it, and in no other. */
class DisputeTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String GENERALITY = "model.generality: {value: broad, source_url: \"https://example.org/card\", also: [{value: narrow, tier: index,"
            + " source_url: \"https://epoch.ai/data\"}]}";
    private static final int SUBJECTS = 40;

    @Test
    void a_classification_and_every_duty_that_rests_on_it_name_the_fact_and_ask_for_review() {
        Evaluation evaluation = evaluate(GENERALITY, "model.release.context: market");

        Classification general = evaluation.classifications().get("generalPurpose");
        assertThat(general.value()).isEqualTo("YES");
        assertThat(general.disputed()).containsExactly("model.generality");
        assertThat(general.review()).isTrue();
        for (String duty : List.of("AIA-53-1-a", "AIA-53-1-c", "AIA-53-1-d", "AIA-54-1")) {
            Finding finding = evaluation.finding(duty).orElseThrow();
            assertThat(finding.disputed()).as(duty).containsExactly("model.generality");
            assertThat(finding.review()).as(duty).isTrue();
            assertThat(finding.why()).as(duty).extracting(Why::text).contains("Sources disagree on what this rests on: Generality.");
        }
    }

    @Test
    void a_remark_of_another_source_without_a_claim_disputes_nothing() {
        Evaluation evaluation = evaluate("model.generality: {value: broad, also: [{state: unknown, note: not read}]}", "model.release.context: market");

        assertThat(evaluation.disputed()).isEmpty();
        assertThat(evaluation.classifications().get("generalPurpose").disputed()).isEmpty();
    }

    @Test
    void what_decides_alone_is_not_disputed_by_what_it_does_not_need() {
        Evaluation evaluation = evaluate("model.generality: broad", "licence.artefacts: [weights]", "licence.grants.redistribute: false",
                "licence.grants.use: {value: false, also: [{value: true}]}");

        Classification rights = evaluation.classification("FOSS-2").orElseThrow();
        assertThat(rights.value()).isEqualTo("NO");
        assertThat(rights.disputed()).isEmpty();
    }

    @Test
    void a_row_that_is_about_the_dispute_says_so_in_its_own_words_alone() {
        Evaluation evaluation = evaluate("model.generality: broad", "model.release.context: market",
                "model.summary.url: {value: \"https://example.org/s\", also: [{state: withheld}]}");

        Finding summary = evaluation.finding("AIA-53-1-d").orElseThrow();
        assertThat(summary.disputed()).containsExactly("model.summary.url");
        assertThat(summary.why()).noneMatch(Why::isDispute).extracting(Why::text).contains("Sources disagree whether there is a summary, or where.");
    }

    @Test
    void an_assumption_that_a_dispute_switches_off_leaves_the_dispute_on_the_answer() {
        Evaluation evaluation = evaluate("model.generality: broad", "model.release.context: market", "model.new_pretraining_run: true",
                "model.release.first_public_date: {value: \"2025-07-28\", also: [{value: \"2025-08-05\"}]}");

        Finding summary = evaluation.finding("AIA-53-1-d").orElseThrow();
        assertThat(summary.answers().due()).isEqualTo(Answers.Due.UNKNOWN);
        assertThat(summary.disputed()).containsExactly("model.release.first_public_date");
    }

    @Test
    void a_dispute_in_the_record_that_the_pre_training_run_began_with_shows_under_the_reference_to_it() {
        Subject subject = ConditionsTests.subject("model.generality: broad", "model.release.context: market", "model.lifecycle_of: root");
        Facts root = ConditionsTests.subject("model.release.lifecycle_first_placed: {value: \"2025-01-01\", also: [{value: \"2025-09-01\"}]}").facts();

        Evaluation evaluation = SET.evaluate(subject.withLifecycle(root), DAY);

        assertThat(evaluation.classifications().get("legacy").disputed()).containsExactly("model.release.lifecycle_first_placed");
        assertThat(SET.explain(subject.withLifecycle(root), DAY, true, "LEG-1").disputes()).singleElement()
                .satisfies(one -> assertThat(one.sentences().getFirst()).endsWith("sources disagree in the record that its pre-training run began with."));
    }

    @Test
    void a_duty_shown_by_a_disputed_fact_counts_as_shown_in_no_score() {
        Score agreed = evaluate(shown("model.copyright.policy_reading: sufficient")).score();
        Score disputed = evaluate(shown("model.copyright.policy_reading: {value: sufficient, also: [{value: gaps}]}")).score();

        assertThat(agreed.shown()).isEqualTo(1);
        assertThat(disputed.shown()).isZero();
        assertThat(disputed.open()).isEqualTo(agreed.open() + 1);
        assertThat(disputed.low()).isZero().isLessThan(agreed.low());
        assertThat(disputed.high()).isEqualTo(agreed.high());
    }

    private static String[] shown(String reading) {
        return new String[] {"model.generality: broad", "model.release.context: market", "model.release.eu_placing_date: \"2026-03-01\"",
            "model.release.eu_excluded: \"no\"", "model.new_pretraining_run: true", "model.systemic_risk.designated_on: {state: none}",
            "model.training.cumulative_compute: 3.0e+24", "model.training.compute_basis: provider_stated",
            "model.openness.weights: closed", "provider.placing_entity_in_eu: true", "model.copyright.policy_url: \"https://example.org/p\"", reading};
    }

    @Test
    void an_explanation_says_what_the_answer_would_be_with_the_claim_of_another_source() {
        Dispute dispute = explained("AIA-53-1-d", GENERALITY, "model.release.context: market").getFirst();

        assertThat(dispute.matters()).isTrue();
        assertThat(dispute.sentences()).containsExactly(
                "Generality: “Wide range of tasks” by example.org (chosen) and “Narrow task” by the index (epoch.ai).",
                "The answer would be “Not applicable” with the claim of the index (epoch.ai).");
    }

    @Test
    void an_explanation_says_that_the_answer_would_be_the_same() {
        Dispute dispute = explained("AIA-53-1-d", "model.generality: broad", "model.release.context: {value: market, source_url: \"https://a.example/x\","
                + " also: [{value: internal_essential, source_url: \"https://b.example/y\"}]}").getFirst();

        assertThat(dispute.matters()).isFalse();
        assertThat(dispute.sentences().getLast()).isEqualTo("It would be the same with the claim of b.example.");
    }

    @Test
    void where_a_dispute_keeps_an_answer_open_each_claim_is_told_with_what_it_would_settle() {
        List<String> sentences = explained("FOSS-4", "model.openness.gate: {value: accept_terms, source_url: \"https://a.example/x\","
                + " also: [{value: payment, source_url: \"https://b.example/y\"}]}").getFirst().sentences();

        assertThat(sentences).contains("The answer would be “no” with the claim of b.example.");
    }

    @Test
    void a_claim_that_agrees_with_the_chosen_one_is_no_side_of_the_dispute() {
        Fact fact = ConditionsTests.subject("model.release.first_public_date: {value: \"2025-07\", also: [{value: \"2025-07-28\"}, {value: \"2025-08-05\"}]}")
                .facts().get("model.release.first_public_date");

        assertThat(Dispute.against(fact)).singleElement().isEqualTo(fact.also().get(1));
        assertThat(Disputes.settled(fact, fact.claim()).also()).containsExactly(fact.also().get(0));
    }

    @Test
    void no_answer_is_disputed_where_no_other_source_says_anything() {
        drawn((subject, day) -> assertThat(disputed(SET.evaluate(alone(subject), day))).isEmpty());
    }

    @Test
    void a_fact_on_which_all_sources_agree_is_in_no_dispute() {
        int[] settled = {0};
        drawn((subject, day) -> {
            for (String id : disputed(SET.evaluate(subject.withLifecycle(null), day))) {
                Fact fact = subject.facts().get(id);
                for (Claim claim : Stream.concat(Stream.of(fact.claim()), Dispute.against(fact).stream()).toList()) {
                    Fact agreed = Disputes.settled(fact, claim);
                    assertThat(disputed(SET.evaluate(subject.withLifecycle(null).with(agreed), day))).as(id).doesNotContain(id);
                    settled[0]++;
                }
            }
        });
        assertThat(settled[0]).isGreaterThan(30);
    }

    @Test
    void whatever_is_disputed_was_read_and_is_looked_at_by_a_person() {
        drawn((subject, day) -> SET.evaluate(subject, day).findingsWithPoints().filter(finding -> !finding.disputed().isEmpty()).forEach(finding -> {
            assertThat(finding.review()).as(finding.policy().id()).isTrue();
            assertThat(finding.facts()).as(finding.policy().id()).containsAll(finding.disputed());
        }));
    }

    private static void drawn(BiConsumer<Subject, LocalDate> each) {
        RandomSubjects random = new RandomSubjects(SET, 20261125);
        List<CaseFile.Case> cases = PlainAgreement.cases(SET);
        for (int i = 0; i < SUBJECTS; i++) {
            CaseFile.Case one = cases.get(random.number(cases.size()));
            each.accept(i % 4 == 0 ? random.next() : random.near(one.subject()), one.asOf());
        }
    }

    /** The same subject with the chosen claims alone. */
    private static Subject alone(Subject subject) {
        return new Subject(subject.slug(), subject.name(), subject.version(), subject.stated(), alone(subject.facts()), subject.licences(),
                subject.services(), subject.lifecycle() == null ? null : alone(subject.lifecycle()));
    }

    private static Facts alone(Facts facts) {
        return Facts.of(facts.all().stream().map(fact -> new Fact(fact.id(), fact.claim(), List.of())).toList());
    }

    /** Everything that any answer names as disputed. */
    private static List<String> disputed(Evaluation evaluation) {
        List<String> all = new ArrayList<>(evaluation.disputed().keySet());
        evaluation.findingsWithPoints().forEach(finding -> {
            all.addAll(finding.disputed());
            finding.conditions().forEach(one -> all.addAll(one.disputed()));
        });
        evaluation.classifications().values().forEach(one -> {
            all.addAll(one.disputed());
            one.conditions().forEach(condition -> all.addAll(condition.disputed()));
        });
        return all.stream().distinct().toList();
    }

    private static List<Dispute> explained(String policy, String... facts) {
        return SET.explain(ConditionsTests.subject(facts), DAY, true, policy).disputes();
    }

    private static Evaluation evaluate(String... facts) {
        return SET.evaluate(ConditionsTests.subject(facts), DAY);
    }
}
