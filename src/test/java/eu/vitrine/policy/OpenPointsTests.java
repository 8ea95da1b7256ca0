package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.FactDeclaration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPointsTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void the_fact_that_bears_on_most_duties_comes_first() {
        List<OpenPoints.Point> points = OpenPoints.of(SET, SET.evaluate(ConditionsTests.subject("model.generality: broad",
                "model.release.context: market", "model.systemic_risk.designated_on: {state: none}"), DAY));

        assertThat(points).isSortedAccordingTo(Comparator.comparingInt(OpenPoints.Point::findings).reversed());
        assertThat(points.getFirst().fact()).startsWith("model.release.");
    }

    @Test
    void what_bears_on_several_duties_of_an_unknown_model_is_asked_first() {
        List<String> points = OpenPoints.of(SET, SET.evaluate(ConditionsTests.subject(), DAY)).stream().filter(point -> point.findings() > 1)
                .map(OpenPoints.Point::fact).toList();

        assertThat(points).hasSizeGreaterThan(20).allMatch(fact -> SET.vocabulary().get(fact).first());
    }

    @Test
    void nothing_is_asked_first_that_keeps_no_duty_open() {
        List<String> points = OpenPoints.of(SET, SET.evaluate(ConditionsTests.subject(), DAY)).stream().map(OpenPoints.Point::fact).toList();

        assertThat(SET.vocabulary().facts()).filteredOn(FactDeclaration::first).extracting(FactDeclaration::id).isSubsetOf(points);
    }

    @Test
    void what_the_law_lets_the_provider_keep_is_no_open_point() {
        List<OpenPoints.Point> points = OpenPoints.of(SET, SET.evaluate(ConditionsTests.subject("model.release.context: market"), DAY));

        assertThat(points).isNotEmpty().allMatch(point ->
                SET.vocabulary().get(point.fact()).knownBy() != FactDeclaration.KnownBy.AUTHORITIES);
    }

    @Test
    void a_duty_that_weighs_nothing_makes_no_open_point() {
        Evaluation evaluation = SET.evaluate(ConditionsTests.subject("model.generality: broad", "model.release.context: market"), DAY);

        assertThat(evaluation.finding("AIA-53-3").orElseThrow().settledBy()).contains("provider.non_cooperation_decision_on");
        assertThat(OpenPoints.of(SET, evaluation)).allSatisfy(point -> {
            assertThat(point.fact()).isNotEqualTo("provider.non_cooperation_decision_on");
            assertThat(point.findings()).isLessThanOrEqualTo(10);
        });
    }

    @Test
    void ten_duties_of_the_maker_count() {
        assertThat(SET.policies()).filteredOn(policy -> policy.role() == Policy.Role.DUTY && SET.counts(policy)).hasSize(10);
        assertThat(SET.policies()).filteredOn(SET::counts).allMatch(policy -> policy.role() == Policy.Role.DUTY || policy.role() == Policy.Role.OUR_DUTY);
    }

    @Test
    void a_model_outside_the_act_has_no_open_points() {
        assertThat(OpenPoints.of(SET, SET.evaluate(ConditionsTests.subject("model.release.context: research_only"), DAY))).isEmpty();
    }

    @Test
    void limits_of_use_name_what_the_licence_takes_and_nothing_it_leaves() {
        assertThat(UseLimits.of(SET.vocabulary(), ConditionsTests.subject("licence.restrictions.non_commercial: true",
                "licence.restrictions.research_only: false", "licence.restrictions.excluded_territories: [EU]",
                "licence.restrictions.fields_of_use: none"))).hasSize(2).anyMatch(limit -> limit.contains("EU"));
        assertThat(UseLimits.of(SET.vocabulary(), ConditionsTests.subject("licence.restrictions.excluded_territories: {state: none}"))).isEmpty();
    }
}
