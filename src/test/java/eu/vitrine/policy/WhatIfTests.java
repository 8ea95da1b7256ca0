package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Subject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The single facts that would change an answer. */
class WhatIfTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    static Stream<Subject> subjects() throws IOException {
        RandomSubjects random = new RandomSubjects(SET, 7);
        List<Subject> some = new ArrayList<>();
        List<Subject> catalogue = PreparedTests.catalogue(SET);
        for (int i = 0; i < catalogue.size(); i += 7) {
            some.add(catalogue.get(i));
        }
        return Stream.concat(some.stream(), Stream.generate(random::next).limit(2));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void a_change_that_is_listed_gives_the_outcome_that_is_listed(Subject subject) {
        Map<Fact, Evaluation> evaluated = new HashMap<>();
        for (Finding finding : SET.evaluate(subject, DAY).findings()) {
            WhatIf whatIf = SET.whatIf(subject, DAY, true, finding.policy().id());
            for (WhatIf.Change change : whatIf.changes()) {
                for (WhatIf.Alternative alternative : change.alternatives()) {
                    for (Fact tried : alternative.tried()) {
                        Finding then = evaluated.computeIfAbsent(tried, fact -> SET.evaluate(subject.with(fact), DAY))
                                .finding(finding.policy().id()).orElseThrow();
                        assertThat(then.answers()).as(tried.toString()).isNotEqualTo(finding.answers());
                        if (finding.family() != Family.ROUTE) {
                            assertThat(alternative.outcome()).as(tried.toString()).startsWith(then.outcome().words());
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void no_answer_that_was_tried_and_is_not_listed_changes_anything(Subject subject) {
        for (Finding finding : SET.evaluate(subject, DAY).findings()) {
            Set<Fact> listed = new HashSet<>();
            SET.whatIf(subject, DAY, true, finding.policy().id()).changes()
                    .forEach(change -> change.alternatives().forEach(one -> listed.addAll(one.tried())));
            WhatIfSearch search = new WhatIfSearch(SET, subject, DAY, SET.made(), finding.policy());
            Reach reach = Reach.of(SET, SET.made(), finding.policy());
            Candidates candidates = search.candidates(reach);
            for (int index : reach.facts()) {
                FactDeclaration declaration = SET.vocabulary().facts().get(index);
                for (Candidates.Candidate one : candidates.of(declaration, subject.facts().get(declaration.id()))) {
                    if (!listed.contains(one.fact())) {
                        assertThat(answers(subject.with(one.fact()), finding.policy())).as(one.fact().toString()).isEqualTo(finding.answers());
                    }
                }
            }
        }
    }

    @Test
    void no_fact_out_of_reach_changes_anything_whatever_is_recorded() {
        Subject subject = new RandomSubjects(SET, 11).next();
        List<Finding> findings = SET.evaluate(subject, DAY).findings();
        Map<Finding, Set<Integer>> within = new HashMap<>();
        findings.forEach(finding -> within.put(finding, Reach.of(SET, SET.made(), finding.policy()).facts()));
        Candidates candidates = new WhatIfSearch(SET, subject, DAY, SET.made(), findings.getFirst().policy())
                .candidates(Reach.of(SET, SET.made(), findings.getFirst().policy()));
        for (FactDeclaration declaration : SET.vocabulary().facts()) {
            for (Candidates.Candidate one : candidates.of(declaration, subject.facts().get(declaration.id()))) {
                Evaluation then = SET.evaluate(subject.with(one.fact()), DAY);
                for (Finding finding : findings) {
                    if (!within.get(finding).contains(declaration.index())) {
                        assertThat(then.finding(finding.policy().id()).orElseThrow().answers()).as(one.fact().toString()).isEqualTo(finding.answers());
                    }
                }
            }
        }
    }

    private static Answers answers(Subject subject, Policy policy) {
        return Answered.of(SET, subject, DAY, SET.made(), policy).answers();
    }

    @Test
    void figures_are_tried_at_the_lines_of_the_law_through_the_margin_of_a_providers_own_figure() {
        Subject subject = ConditionsTests.subject("model.training.cumulative_compute: 1e24", "model.training.compute_basis: provider_stated",
                "model.systemic_risk.designated_on: {state: none}");
        WhatIf whatIf = SET.whatIf(subject, DAY, true, "SYSTEMIC-RISK");

        assertThat(alternatives(whatIf, "model.training.cumulative_compute")).anyMatch(one -> one.outcome().equals("presumed")
                && one.answers().getFirst().startsWith("1.43 × 10²⁵ FLOP"));
        assertThat(alternatives(whatIf, "model.training.cumulative_compute")).anyMatch(one -> one.outcome().equals("open")
                && one.answers().contains("7.7 × 10²⁴ FLOP to 1.42 × 10²⁵ FLOP"));
    }

    @Test
    void days_are_tried_around_the_days_of_the_law() {
        Subject subject = ConditionsTests.subject("model.generality: broad", "model.release.eu_excluded: \"no\"", "model.release.channels: [api]",
                "model.release.eu_placing_date: \"2026-01-01\"", "model.new_pretraining_run: true", "model.lifecycle_of: {state: none}");
        WhatIf whatIf = SET.whatIf(subject, DAY, true, "AIA-53-1-d");

        assertThat(alternatives(whatIf, "model.release.eu_placing_date")).anyMatch(one ->
                one.outcome().equals("Not yet due: 2 August 2027") && one.answers().equals(List.of("1 August 2025")));
    }

    @Test
    void facts_on_record_stand_apart_from_those_to_be_found() throws IOException {
        WhatIf whatIf = SET.whatIf(PreparedTests.catalogue(SET).getFirst(), DAY, true, "AIA-53-1-d");

        assertThat(whatIf.open()).isNotEmpty().noneMatch(WhatIf.Change::known);
        assertThat(whatIf.recorded()).isNotEmpty().allMatch(WhatIf.Change::known);
    }

    @Test
    void the_work_for_one_finding_is_bounded() throws IOException {
        Subject subject = PreparedTests.catalogue(SET).getFirst();
        for (Policy policy : SET.policies()) {
            assertThat(SET.whatIf(subject, DAY, true, policy.id()).evaluations()).as(policy.id()).isLessThan(1_500);
        }
    }

    private static List<WhatIf.Alternative> alternatives(WhatIf whatIf, String fact) {
        return whatIf.changes().stream().filter(change -> change.fact().equals(fact)).flatMap(change -> change.alternatives().stream()).toList();
    }
}
