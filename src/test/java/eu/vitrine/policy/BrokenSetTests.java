package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets that are broken on purpose: refused with file, line and column, whatever is wrong together, and soon. */
class BrokenSetTests {

    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));
    @BeforeAll
    static void warm() {
        PolicySetReader.read(FILES);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "CLS-2.yaml|when: model.generality == 'broad'|when: model.generality = 'broad'|write ==",
        "CLS-2.yaml|when: model.generality == 'broad'|when: if generality is broad then yes|mismatched input",
        "CLS-2.yaml|when: model.generality == 'broad'|when: [model.generality]|must be a condition",
        "CLS-2.yaml|model.generality == 'broad'|modell.generality == 'broad'|modell",
        "CLS-2.yaml|model.generality == 'broad'|model.generality == 1|no matching overload",
        "CLS-2.yaml|model.generality == 'broad'|derived.nothing > 1.0|nothing",
        "CLS-2.yaml|model.generality == 'broad'|law.nothing > 1.0|nothing",
        "CLS-2.yaml|model.generality == 'broad'|is['generalPurpose'] == 'YES'|rests on itself",
        "CLS-2.yaml|order: |order: second # |whole number",
        "CLS-1.yaml|role: condition|role: conditoin|did you mean \"condition\"?",
        "CLS-2.yaml|basis: |basis: law # |is none of",
        "FOSS.yaml|name: freeAndOpenSource|name: systemicRisk|is taken by another policy",
        "FOSS.yaml|conditions: [FOSS-1|conditions: [FOSS-11|did you mean \"FOSS-1\"?",
        "SYSTEMIC-RISK.yaml|values: [NONE, PRESUMED, NOTIFIED, DESIGNATED]|values: []|names the answers",
        "FOSS.yaml|name: freeAndOpenSource|name: freeAndOpenSource\\nconcerns: []|at least one kind",
        "FOSS.yaml|name: freeAndOpenSource|name: freeAndOpenSource\\nconcerns: [modell]|not a kind of record",
        "AIA-53-1-b.yaml|  of: annex_xii|  of: annex_xiii|no list of the law",
        "AIA-53-1-b.yaml|fact: provider.code.transparency_signed_on|fact: provider.code.transparency_signed|did you mean \"provider.code.transparency_signed_on\"?",
        "AIA-53-1-d.yaml|  day: derived.due_day|  day: law.nothing|nothing",
        "AIA-53-1-d.yaml|  begins: law.chapter_v_applies|  begins: law.absence_days|expected type",
        "AIA-53-1-d.yaml|due:\\n|due: soon\\ndues:\\n|must have the keys [day, begins]",
        "law/thresholds.yaml|value: 1e23|value: -1e23|a number from 0",
        "law/thresholds.yaml|value: 1e23|value: .nan|a number from 0",
        "law/thresholds.yaml|value: 1e23|value: NaN|a number from 0",
        "law/thresholds.yaml|value: 1e23|value: 1e399|a number from 0",
        "law/thresholds.yaml|value: 1e23|value: 1e999|out of range",
        "law/thresholds.yaml|value: 1e23|valu: 1e23|needs a \"value\"",
        "law/thresholds.yaml|type: count|type: counter|the type must be one of",
        "law/dates.yaml|value: \"2024-08-01\"|value: \"9999-12-31\"|from 1900 to 2199",
        "law/dates.yaml|value: \"2024-08-01\"|value: \"1899-12-31\"|from 1900 to 2199",
        "law/dates.yaml|value: \"2024-08-01\"|value: \"2024-02-30\"|not a day of the calendar",
        "law/dates.yaml|value: \"2024-08-01\"|value: 2024|not a day of the calendar",
        "law/thresholds.yaml|from: \"2025-07-18\"|from: \"0001-01-01\"|from 1900 to 2199",
        "law/lists.yaml|value: [EU, EEA]|value: []|at least one entry",
        "law/lists.yaml|value: [EU, EEA]|value: [EU, EU]|stands in the list twice",
        "law/lists.yaml|value: [EU, EEA]|value: {EU: EEA}|list of texts",
        "law/version.yaml|law_version: |law_versio: |law_versio",
        "vocabulary/use-rights.yaml|ask_when: |ask_when: \"use.nothing == 1\" # |nothing"
    })
    void what_is_wrong_is_named_where_it_stands(String file, String from, String to, String message) {
        Map<String, String> files = changed(file, from.replace("\\n", "\n"), to.replace("\\n", "\n"));

        assertThat(refused(files)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void a_policy_that_stands_in_two_folders_is_refused() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("derivations/CLS-1.yaml", FILES.get("CLS-1.yaml"));

        assertThat(refused(files)).singleElement().satisfies(problem -> assertThat(problem.message()).contains("CLS-1").contains("already in"));
    }

    @Test
    void a_figure_declared_twice_is_refused() {
        assertThat(refused(changed("law/dates.yaml", "  - name: act_in_force\n", "  - name: chapter_v_applies\n")))
                .anySatisfy(problem -> assertThat(problem.message()).contains("declared twice"));
    }

    @Test
    void a_version_that_is_not_later_than_the_one_before_is_refused() {
        assertThat(refused(changed("law/dates.yaml", "      - {value: \"2024-08-01\", source:",
                "      - {from: \"2025-01-01\", value: \"2024-08-02\", source: one}\n      - {value: \"2024-08-01\", source:")))
                .singleElement().satisfies(problem -> assertThat(problem.message()).contains("needs a later day under \"from\""));
    }

    @Test
    void a_label_for_no_entry_of_a_list_is_refused() {
        assertThat(refused(changed("law/lists.yaml", "    label: Codes that name the Union as a whole\n",
                "    label: Codes that name the Union as a whole\n    labels: {UE: Union}\n")))
                .singleElement().satisfies(problem -> assertThat(problem.message()).contains("UE").contains("no entry of the list"));
    }

    @Test
    void a_point_of_a_duty_without_points_is_refused() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("XX-1.yaml", """
                id: XX-1
                role: point
                part_of: AIA-53-1-c
                version: "1.0.0"
                order: 999
                title: A point of nothing
                reference: Annex XX
                cite: Annex XX
                basis: statute
                plain: There is no such annex.
                automation: full
                """);

        assertThat(refused(files)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("XX-1.yaml");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("AIA-53-1-c").contains("no duty that says under \"points\"");
        });
    }

    @Test
    void a_policy_of_ten_megabytes_is_refused() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("CLS-2.yaml", FILES.get("CLS-2.yaml") + "note: " + "x".repeat(10_000_000) + "\n");

        assertThat(refused(files)).singleElement().asString().startsWith("CLS-2.yaml:1:1: ").contains("too long");
    }

    @Test
    void a_text_of_two_megabytes_does_not_fill_the_complaint() {
        assertThat(refused(changed("CLS-1.yaml", "role: condition", "role: " + "x".repeat(2_000_000))))
                .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1_000));
    }

    @Test
    void deep_nesting_is_refused_where_it_becomes_too_deep() {
        assertThat(refused(changed("CLS-2.yaml", "decide:", "note: " + "[".repeat(1_000) + "]".repeat(1_000) + "\ndecide:")))
                .singleElement().satisfies(problem -> {
                    assertThat(problem.line()).isGreaterThan(5);
                    assertThat(problem.column()).isGreaterThan(50);
                    assertThat(problem.message()).contains("deep");
                });
    }

    @Test
    void a_condition_nested_a_thousand_deep_is_refused() {
        assertThat(refused(changed("CLS-2.yaml", "model.generality == 'broad'", "!(".repeat(1_000) + "true" + ")".repeat(1_000))))
                .isNotEmpty().allSatisfy(problem -> assertThat(problem.file()).isEqualTo("CLS-2.yaml"));
    }

    @Test
    void a_long_round_of_classifications_is_refused_once_and_shown() {
        assertThat(refused(changed("SYSTEMIC-RISK.yaml", "decide:", """
                decide:
                  - id: round
                    when: is['freeAndOpenSource'] == 'YES'
                    then: NONE
                    why: "Because."
                """.stripTrailing()))).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("rests on itself").contains("freeAndOpenSource").contains("FOSS-1").contains("→"));
    }

    @Test
    void files_that_are_no_yaml_are_all_named_together() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("CLS-1.yaml", "id: [");
        files.put("law/lists.yaml", "data: {");
        files.put("assumptions/NEW_LIFECYCLE.yaml", "\tid: x");
        files.put("vocabulary/use-rights.yaml", "section: use-rights\nsection: use-rights\n");

        assertThat(refused(files)).extracting(Problem::file).contains(
                "CLS-1.yaml", "law/lists.yaml", "assumptions/NEW_LIFECYCLE.yaml", "vocabulary/use-rights.yaml");
    }

    @Test
    void mistakes_of_every_kind_are_named_together() {
        Map<String, String> files = changed("CLS-1.yaml", "model.modalities.input", "model.modalities.inputs");
        files.putAll(only(changed("FOSS.yaml", "conditions: [FOSS-1", "conditions: [FOSS-11"), "FOSS.yaml"));
        files.putAll(only(changed("law/lists.yaml", "value: [EU, EEA]", "value: []"), "law/lists.yaml"));
        files.putAll(only(changed("CLS-2.yaml", "automation: partial\n", ""), "CLS-2.yaml"));
        files.putAll(only(changed("vocabulary/use-rights.yaml", "ask_when: ", "ask_when: \"use.nothing == 1\" # "), "vocabulary/use-rights.yaml"));

        assertThat(refused(files)).extracting(Problem::file).contains(
                "CLS-1.yaml", "FOSS.yaml", "law/lists.yaml", "CLS-2.yaml", "vocabulary/use-rights.yaml");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("CLS-1.yaml"), "title: Prüfung".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(InvalidFile.class, () -> PolicyFolder.in(folder)).problems())
                .singleElement().asString().startsWith(file.toString()).contains("UTF-8");
    }

    private static Map<String, String> changed(String file, String from, String to) {
        String text = FILES.get(file);
        assertThat(text).contains(from);
        Map<String, String> files = new TreeMap<>(FILES);
        int at = text.indexOf(from);
        files.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return files;
    }

    private static Map<String, String> only(Map<String, String> files, String name) {
        return Map.of(name, files.get(name));
    }

    private static List<Problem> refused(Map<String, String> files) {
        InvalidFile refused = catchThrowableOfType(InvalidFile.class, () -> PolicySetReader.read(files));
        assertThat(refused).isNotNull();
        return refused.problems();
    }
}
