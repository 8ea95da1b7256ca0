package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a policy set is refused for: each with file, line and column, and in words that name the value. */
class PolicySetReaderTests {

    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));

    @Test
    void an_undeclared_fact_is_refused_where_it_stands() {
        Problem problem = only("CLS-1.yaml", "'text' in model.modalities.input", "'text' in model.modalities.inputs");

        assertThat(problem.file()).isEqualTo("CLS-1.yaml");
        assertThat(problem.message()).contains("inputs");
        assertThat(problem.line()).isPositive();
        assertThat(problem.column()).isPositive();
    }

    @Test
    void a_misspelt_choice_is_refused_and_the_choices_are_named() {
        Problem problem = only("CLS-2.yaml", "model.generality == 'broad'", "model.generality == 'wide'");

        assertThat(problem.message()).contains("\"wide\" is none of [broad, narrow]");
        assertThat(problem.line()).isEqualTo(lineOf("CLS-2.yaml", "model.generality == 'broad'"));
    }

    @Test
    void a_misspelt_state_is_refused() {
        assertThat(only("CLS-6.yaml", "== 'none'", "== 'missing'").message()).contains("\"missing\" is none of");
    }

    @Test
    void a_comparison_of_a_number_with_a_text_is_refused() {
        assertThat(only("CLS-3.yaml", "certain(derived.cumulative_compute <= law.systemic_risk_presumption)",
                "certain(derived.cumulative_compute <= 'large')").message()).contains("no matching overload");
    }

    @Test
    void a_condition_that_is_no_boolean_is_refused() {
        assertThat(only("CLS-2.yaml", "when: model.generality == 'broad'", "when: model.generality").message()).contains("expected type 'bool'");
    }

    @Test
    void a_condition_that_does_not_exist_is_refused() {
        assertThat(only("FOSS-1.yaml", "is['systemicRisk']", "is['systemic']").message()).contains("no condition or classification \"systemic\"");
    }

    @Test
    void a_cycle_is_refused_and_shown() {
        Problem problem = only("FOSS-1.yaml", "firm(is['systemicRisk']) == 'NONE'", "is['freeAndOpenSource'] == 'YES'");

        assertThat(problem.message()).contains("rests on itself").contains("FOSS-1").contains("freeAndOpenSource");
    }

    @Test
    void an_unknown_key_is_refused_by_name() {
        assertThat(only("CLS-1.yaml", "automation: full", "automation: full\nautomatic: true").message()).contains("\"automatic\"");
    }

    @Test
    void a_duplicate_key_is_refused() {
        assertThat(only("CLS-1.yaml", "automation: full", "automation: full\nautomation: full").message()).contains("automation");
    }

    @Test
    void an_outcome_that_the_policy_does_not_have_is_refused() {
        assertThat(only("CLS-1.yaml", "then: \"YES\"", "then: MAYBE").message()).contains("\"MAYBE\" is none of [NO, YES]");
    }

    @Test
    void a_reason_that_names_no_fact_is_refused() {
        assertThat(only("CLS-1.yaml", "{model.modalities.output}.\"", "{model.modalities.outputs}.\"").message())
                .contains("model.modalities.outputs");
    }

    @Test
    void a_function_outside_the_language_is_refused() {
        assertThat(only("CLS-2.yaml", "model.generality == 'broad'", "model.generality.endsWith('road')").message())
                .contains("not part of the language of policies");
    }

    @Test
    void a_condition_that_is_too_long_is_refused() {
        assertThat(problems("CLS-2.yaml", "model.generality == 'broad'",
                "model.generality == 'broad'" + " || model.generality == 'broad'".repeat(200)).getFirst().message())
                .contains("code point");
    }

    @Test
    void a_condition_that_is_nested_too_deeply_is_refused() {
        assertThat(problems("CLS-2.yaml", "model.generality == 'broad'",
                "(".repeat(60) + "model.generality == 'broad'" + ")".repeat(60))).isNotEmpty();
    }

    @Test
    void a_file_named_otherwise_than_its_policy_is_refused() {
        assertThat(only("CLS-1.yaml", "id: CLS-1\n", "id: CLS-9\n", 1).message()).contains("CLS-9.yaml");
    }

    @Test
    void a_condition_of_the_vocabulary_is_checked_as_well() {
        Problem problem = only("vocabulary/model-openness.yaml", "ask_when: \"", "ask_when: \"model.openness.weight == 'open' || ", 1);

        assertThat(problem.file()).isEqualTo("vocabulary/model-openness.yaml");
        assertThat(problem.message()).contains("weight");
    }

    @Test
    void problems_of_several_files_are_reported_together() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.computeIfPresent("CLS-2.yaml", (name, text) -> text.replace("'broad'", "'wide'"));
        files.computeIfPresent("CLS-6.yaml", (name, text) -> text.replace("== 'none'", "== 'nothing'"));

        InvalidFile refused = catchThrowableOfType(InvalidFile.class, () -> PolicySetReader.read(files));

        assertThat(refused.problems()).extracting(Problem::file).contains("CLS-2.yaml", "CLS-6.yaml");
    }

    @Test
    void a_figure_of_the_law_takes_effect_from_its_day() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.computeIfPresent("law/thresholds.yaml", (name, text) -> text.replace(
                "      - {from: \"2025-08-02\", value: 1e25, source: \"Regulation (EU) 2024/1689, Art. 51(2)\"}",
                "      - {from: \"2025-08-02\", value: 1e25, source: \"Art. 51(2)\"}\n      - {from: \"2027-01-01\", value: 1e26, source: \"an act to come\"}"));

        LawDatum line = PolicySetReader.read(files).law("systemic_risk_presumption");

        assertThat(line.on(java.time.LocalDate.of(2026, 12, 31))).isEqualTo(1e25);
        assertThat(line.on(java.time.LocalDate.of(2027, 1, 1))).isEqualTo(1e26);
    }

    private static Problem only(String file, String from, String to) {
        List<Problem> problems = problems(file, from, to);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static Problem only(String file, String from, String to, int atLeast) {
        List<Problem> problems = problems(file, from, to);
        assertThat(problems).hasSizeGreaterThanOrEqualTo(atLeast);
        return problems.getFirst();
    }

    private static List<Problem> problems(String file, String from, String to) {
        assertThat(FILES.get(file)).contains(from);
        Map<String, String> files = new TreeMap<>(FILES);
        int at = FILES.get(file).indexOf(from);
        files.put(file, FILES.get(file).substring(0, at) + to + FILES.get(file).substring(at + from.length()));
        return catchThrowableOfType(InvalidFile.class, () -> PolicySetReader.read(files)).problems();
    }

    private static int lineOf(String file, String text) {
        String before = FILES.get(file).substring(0, FILES.get(file).indexOf(text));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }
}
