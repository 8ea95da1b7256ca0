package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.cli.CaseResult;
import eu.vitrine.facts.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The policies as they ship, held against the cases beside them. */
class PolicyConformanceTests {

    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));
    private static final PolicySet SET = PolicySetReader.read(FILES);

    private static final Map<String, List<CaseFile.Case>> CASES = cases();

    private static Map<String, List<CaseFile.Case>> cases() {
        Map<String, List<CaseFile.Case>> cases = new TreeMap<>();
        FILES.forEach((name, text) -> {
            if (name.startsWith("cases/")) {
                cases.put(name.substring("cases/".length(), name.length() - ".yaml".length()),
                        CaseFile.read(text, name, SET));
            }
        });
        return cases;
    }

    @TestFactory
    Stream<DynamicNode> every_case_gives_its_expected_answers() {
        return CASES.entrySet().stream().map(file -> DynamicContainer.dynamicContainer(file.getKey(),
                file.getValue().stream().map(one -> dynamicTest(one.sentence(), () ->
                        assertThat(CaseResult.of(one, SET).differences()).isEmpty()))));
    }

    @Test
    void every_policy_has_cases_and_every_case_file_a_policy() {
        Set<String> judged = SET.policies().stream()
                .filter(policy -> policy.role() != Policy.Role.DERIVATION && policy.role() != Policy.Role.CITATION)
                .map(Policy::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> derived = SET.policies().stream().filter(policy -> policy.role() == Policy.Role.DERIVATION)
                .map(Policy::id).collect(Collectors.toSet());
        assertThat(CASES.keySet()).filteredOn(id -> !derived.contains(id)).containsExactlyInAnyOrderElementsOf(judged);
        CASES.forEach((policy, cases) -> assertThat(cases).allMatch(one -> one.policy().equals(policy)));
    }

    @Test
    void every_answer_that_a_condition_can_give_has_a_case() {
        SoftAssertions every = new SoftAssertions();
        for (Policy policy : SET.policies()) {
            if (!policy.values().isEmpty()) {
                Set<String> possible = new TreeSet<>(policy.values());
                possible.add(Decision.UNDETERMINED);
                every.assertThat(expected(policy.id(), "value")).as(policy.id()).containsAll(possible);
            }
        }
        every.assertAll();
    }

    @Test
    void every_answer_that_a_duty_can_give_has_a_case() {
        SoftAssertions every = new SoftAssertions();
        for (Duty duty : SET.duties()) {
            String id = duty.policy().id();
            Set<String> applicability = duty.policy().partOf() == null ? outcomes(duty.applicability()) : new TreeSet<>(Set.of("APPLIES"));
            if (duty.applicability().rows().stream().anyMatch(row -> mayBeUnknown(row.when()) || row.isUndetermined())) {
                applicability.add(Decision.UNDETERMINED);
            }
            every.assertThat(expected(id, "applicability")).as(id).containsAll(applicability);
            if (duty.evidence() != null) {
                Set<String> evidence = new TreeSet<>();
                Set<String> reasons = new TreeSet<>();
                for (Decision.Row row : duty.evidence().rows()) {
                    EvidenceOutcome outcome = (EvidenceOutcome) ((Expr.Constant) row.then()).value();
                    evidence.add(outcome.evidence().name());
                    if (outcome.evidence() == Answers.Evidence.NO_EVIDENCE) {
                        reasons.add(outcome.reason().name());
                    }
                }
                every.assertThat(expected(id, "evidence")).as(id).containsAll(evidence);
                every.assertThat(expected(id, "evidenceReason")).as(id).containsAll(reasons);
                boolean fixed = !mayBeUnknown(duty.due());
                every.assertThat(expected(id, "due")).as(id).contains("DUE", "NOT_YET_DUE", fixed ? "DUE" : "UNKNOWN");
                every.assertThat(expected(id, "enforceable")).as(id).contains("NOW", "NOT_BEFORE", fixed ? "NOW" : "UNKNOWN");
            }
        }
        every.assertAll();
    }

    @Test
    void every_answer_of_a_use_right_or_house_rule_has_a_case() {
        SoftAssertions every = new SoftAssertions();
        for (Rules.UseRightRule rule : SET.rules().useRights()) {
            Set<String> possible = outcomes(rule.decide());
            possible.add("OPEN");
            every.assertThat(expected(rule.policy().id(), "answer")).as(rule.policy().id()).containsAll(possible);
        }
        for (Rules.HouseRuleRule rule : SET.rules().houseRules()) {
            Set<String> possible = rule.on() ? outcomes(rule.decide()) : new TreeSet<>(Set.of("OFF"));
            if (rule.on()) {
                possible.add("OPEN");
            }
            every.assertThat(expected(rule.policy().id(), "answer")).as(rule.policy().id()).containsAll(possible);
        }
        every.assertAll();
    }

    @Test
    void every_condition_has_a_place_where_people_see_it() {
        Set<String> shown = SET.policies().stream().flatMap(policy -> policy.conditions().stream()).collect(Collectors.toSet());
        assertThat(SET.policies()).filteredOn(policy -> policy.role() == Policy.Role.CONDITION)
                .allSatisfy(policy -> assertThat(shown).contains(policy.id()));
    }

    @Test
    void the_day_before_and_the_day_of_each_date_of_the_law_have_cases() {
        SoftAssertions every = new SoftAssertions();
        for (LawDatum datum : SET.lawData()) {
            boolean read = FILES.values().stream().anyMatch(text -> text.contains("law." + datum.name()));
            if (datum.type() == LawDatum.Type.DATE && read) {
                java.time.LocalDate day = (java.time.LocalDate) datum.on(java.time.LocalDate.MAX);
                Set<java.time.LocalDate> days = CASES.values().stream().flatMap(List::stream).map(CaseFile.Case::asOf)
                        .collect(Collectors.toSet());
                every.assertThat(days).as(datum.name()).contains(day.minusDays(1), day);
            }
        }
        every.assertAll();
    }

    /** Whether a condition can stay open whatever is recorded. */
    private static boolean mayBeUnknown(@Nullable Expr condition) {
        return switch (condition) {
            case null -> false;
            case Expr.FactRef fact -> true;
            case Expr.DecisionRef decision -> true;
            case Expr.Quantifier quantifier -> true;
            case Expr.Op op -> switch (op.operation()) {
                case CERTAIN, STATE, KNOWN, CONFLICT -> false;
                case HAS, AGE, SECOND, CURRENCY, SOURCED -> true;
                default -> op.args().stream().anyMatch(PolicyConformanceTests::mayBeUnknown);
            };
            default -> false;
        };
    }

    private static Set<String> outcomes(Decision decision) {
        return decision.rows().stream().map(Decision.Row::then).map(then -> (String) ((Expr.Constant) then).value())
                .filter(then -> !then.equals(Decision.UNDETERMINED)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(String policy, String name) {
        return CASES.get(policy).stream().map(one -> one.expect().get(name)).filter(Located.Scalar.class::isInstance)
                .map(node -> ((Located.Scalar) node).text()).collect(Collectors.toCollection(TreeSet::new));
    }
}
