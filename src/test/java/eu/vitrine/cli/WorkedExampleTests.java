package eu.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/policies.md}, carried out as a reader would: its files laid into a copy of the policies. */
class WorkedExampleTests {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n# (policies/\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String document = "";

    @TempDir
    private Path folder;

    @BeforeEach
    void layTheFilesOfTheExampleIntoACopy() throws IOException {
        document = Files.readString(Path.of("docs/policies.md"));
        try (Stream<Path> files = Files.walk(Path.of("policies"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        for (Map.Entry<String, String> file : files().entrySet()) {
            assertThat(folder.resolve(file.getKey())).doesNotExist();
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Matcher matcher = EXAMPLE.matcher(document);
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        return files;
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        Matcher matcher = SHOWN.matcher(document);
        while (matcher.find()) {
            shown.add(matcher.group(1));
        }
        return shown;
    }

    @Test
    void it_consists_of_facts_a_policy_and_its_cases() {
        assertThat(files()).containsOnlyKeys(
                "policies/ADP-26-7.yaml", "policies/cases/ADP-26-7.yaml", "policies/vocabulary/use-workplace.yaml");
    }

    @Test
    void its_cases_hold_and_the_command_says_what_the_document_shows() {
        assertThat(test()).isEqualTo(Exit.OK);

        assertThat(out.toString()).isEqualTo(shown().getFirst());
    }

    @Test
    void a_case_that_fails_reads_as_the_document_shows() throws IOException {
        Path cases = folder.resolve("policies/cases/ADP-26-7.yaml");
        String tomorrow = "expect: {evidence: NO_EVIDENCE, evidenceReason: NOT_LOOKED}";
        assertThat(Files.readString(cases)).containsOnlyOnce(tomorrow);
        Files.writeString(cases, Files.readString(cases).replace(tomorrow, "expect: {evidence: MET}"));

        assertThat(test()).isEqualTo(Exit.FAILED);

        assertThat(out.toString().replace(folder + "/", "")).startsWith(shown().get(1));
    }

    @Test
    void every_answer_that_the_duty_can_give_has_a_case() {
        String cases = files().get("policies/cases/ADP-26-7.yaml");

        assertThat(cases).contains("APPLIES", "NOT_APPLICABLE", "applicability: CANNOT_DETERMINE", "due: DUE", "due: NOT_YET_DUE", "due: UNKNOWN",
                "enforceable: NOW", "enforceable: NOT_BEFORE", "enforceable: UNKNOWN", "evidence: MET", "evidence: NOT_MET",
                "evidenceReason: NOT_LOOKED", "evidenceReason: CONFLICT");
    }

    @Test
    void a_misspelt_answer_in_a_case_is_refused_with_advice() throws IOException {
        Path cases = folder.resolve("policies/cases/ADP-26-7.yaml");
        Files.writeString(cases, Files.readString(cases).replace("evidenceReason: CONFLICT", "evidenceReson: CONFLICT")
                .replace("outcome: NOT_MET", "outcome: NOT_MTE"));

        assertThat(test()).isEqualTo(Exit.UNREADABLE);

        assertThat(err.toString().lines()).hasSize(2)
                .anyMatch(line -> line.matches(".*cases/ADP-26-7\\.yaml:\\d+:\\d+: .*\"evidenceReson\".*did you mean \"evidenceReason\".*"))
                .anyMatch(line -> line.matches(".*cases/ADP-26-7\\.yaml:\\d+:\\d+: \"NOT_MTE\" is none of .*did you mean \"NOT_MET\".*"));
    }

    @Test
    void cases_of_a_policy_that_has_none_cannot_be_chosen() {
        assertThat(run("policy", "test", folder.resolve("policies").toString(), "--only", "ADP-26-8")).isEqualTo(Exit.USAGE);

        assertThat(err.toString()).contains("ADP-26-8").contains("did you mean");
    }

    private int test() {
        return run("policy", "test", folder.resolve("policies").toString(), "--only", "ADP-26-7");
    }

    private int run(String... args) {
        return Commands.run(Clock.systemUTC(), new Output(new PrintWriter(out), new PrintWriter(err)), args);
    }
}
