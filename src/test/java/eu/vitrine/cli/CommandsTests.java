package eu.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as its users meet it: what is printed where, and the exit status. */
class CommandsTests {

    private static final String CATALOGUE = "src/main/resources/catalogue";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void the_catalogue_is_assessed_as_a_table() {
        assertThat(run("assess", CATALOGUE)).isEqualTo(Exit.OK);

        assertThat(out.toString()).contains("DeepSeek-R1", "Apertus 70B", "Shown", "Not met", "Open", "What to find out first");
        assertThat(out.toString().lines().filter(line -> line.startsWith("Llama 4 Scout"))).singleElement().asString().contains("EU");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void json_goes_alone_to_standard_output_and_has_every_key_of_the_contract() {
        assertThat(run("assess", CATALOGUE + "/deepseek-r1.yaml", CATALOGUE + "/deepseek-v3.yaml", "--format", "json")).isEqualTo(Exit.OK);

        JsonNode first = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(names(first)).containsExactly("model", "asOf", "policySet", "classification", "findings", "score", "outlook", "disclosure", "useRight", "houseRules");
        assertThat(names(first.get("policySet"))).containsExactly("version", "lawVersion", "rulesDigest", "textDigest");
        assertThat(names(first.get("classification"))).contains("generalPurpose", "systemicRisk", "freeAndOpenSource", "legacy", "provider");
        for (JsonNode finding : first.get("findings")) {
            assertThat(names(finding)).contains("policy", "reference", "family", "basis", "addressee", "applicability", "ground", "due",
                    "dueDate", "evidence", "evidenceReason", "enforceable", "enforceableFrom", "outcome", "why", "support", "settledBy",
                    "withheldByLaw", "assumptions", "withoutAssumptions", "owedToUs", "review", "answer");
        }
    }

    @Test
    void today_is_the_day_in_brussels() {
        run("assess", CATALOGUE + "/deepseek-r1.yaml", "--format", "json");

        assertThat(JsonMapper.shared().readTree(out.toString()).get(0).get("asOf").stringValue()).isEqualTo("2026-11-25");
    }

    @Test
    void a_use_is_read_with_the_model_service_and_organisation_among_the_files() {
        run("assess", "docs/examples/use-product-chat.yaml", "docs/examples/organisation.yaml", CATALOGUE + "/llama-4-maverick.yaml", "--as-of", "2026-11-25");
        assertThat(out.toString()).contains("Licence and terms: they do not let us use it so.", "What we owe", "ADP-4  met, due since 2 February 2025",
                "UR-1  not granted", "carries: ", "What our own rules ask (house rules, not duties of the Act)", "Llama 4 Maverick");
    }

    @Test
    void a_use_alone_leaves_open_what_its_model_and_organisation_would_say() {
        assertThat(run("assess", "docs/examples/use-product-chat.yaml", "--as-of", "2026-11-25")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("whether they let us use it so is open").doesNotContain("UR-1  not granted").doesNotContain("no facts about a model");
    }

    @Test
    void the_families_of_a_use_stand_apart_in_the_json() {
        run("assess", "docs/examples/use-support-replies.yaml", "docs/examples/service-union-cloud.yaml", "docs/examples/organisation.yaml",
                CATALOGUE + "/mistral-small-3-2.yaml", "--format", "json");
        JsonNode use = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(use.path("model").path("slug").stringValue()).isEqualTo("support-replies");
        assertThat(use.path("score").isNull()).isTrue();
        assertThat(use.path("findings")).extracting(finding -> finding.path("family").stringValue()).containsOnly("OUR_DUTY", "USE_RIGHT");
        assertThat(use.path("houseRules").isEmpty()).isFalse();
    }

    @Test
    void a_use_right_is_explained_with_its_answer_about_the_file() {
        assertThat(run("policy", "explain", "UR-2", "docs/examples/use-support-replies.yaml")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("May we use it so? open", "What to do");
    }

    @Test
    void a_broken_file_is_named_with_line_and_reason_and_the_others_are_still_assessed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), """
                slug: broken
                name: Broken
                facts:
                  model.release.first_public_date: "2025-02-30"
                  model.generality: wide
                """);

        assertThat(run("assess", broken.toString(), CATALOGUE + "/phi-4.yaml")).isEqualTo(Exit.UNREADABLE);

        assertThat(out.toString()).contains("Phi-4");
        assertThat(err.toString()).contains("broken.yaml:4").contains("2025-02-30").contains("broken.yaml:5").contains("wide");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run("assess", folder.resolve("nothing.yaml").toString())).isEqualTo(Exit.UNREADABLE);

        assertThat(err.toString()).contains("nothing.yaml");
    }

    @Test
    void a_scenario_file_is_assessed_for_the_day_asked() throws IOException {
        Path scenario = Files.writeString(folder.resolve("scenario.json"), """
                {"slug": "open", "name": "An open model", "facts": {"model.generality": "broad", "model.release.channels": ["hub_download"],
                 "model.release.eu_placing_date": "2025-08-02", "model.new_pretraining_run": true}}
                """);

        run("assess", scenario.toString(), "--as-of", "2025-08-02", "--format", "json");

        JsonNode summary = finding("AIA-53-1-d");
        assertThat(summary.get("due").stringValue()).isEqualTo("DUE");
        assertThat(summary.get("dueDate").stringValue()).isEqualTo("2025-08-02");
        assertThat(summary.get("enforceable").stringValue()).isEqualTo("NOT_BEFORE");
        assertThat(summary.get("enforceableFrom").stringValue()).isEqualTo("2026-08-02");
    }

    @Test
    void without_assumptions_no_finding_names_one() {
        run("assess", CATALOGUE + "/deepseek-r1.yaml", "--no-assumptions", "--format", "json");

        JsonMapper.shared().readTree(out.toString()).get(0).get("findings").forEach(finding ->
                assertThat(finding.get("assumptions").isEmpty()).as(finding.get("policy").stringValue()).isTrue());
    }

    @Test
    void wrong_usage_ends_with_three_everywhere() {
        assertThat(run("assess")).isEqualTo(Exit.USAGE);
        assertThat(run("assess", CATALOGUE, "--format", "xml")).isEqualTo(Exit.USAGE);
        assertThat(run("assess", CATALOGUE, "--as-of", "2025-02-30")).isEqualTo(Exit.USAGE);
        assertThat(run("policy")).isEqualTo(Exit.USAGE);
        assertThat(run("policy", "explain", "AIA-99")).isEqualTo(Exit.USAGE);
        assertThat(run("frobnicate")).isEqualTo(Exit.USAGE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_cases_on_board_hold() {
        assertThat(run("policy", "test")).isEqualTo(Exit.OK);

        assertThat(out.toString()).contains("all hold");
    }

    @Test
    void a_case_that_fails_is_shown_with_its_place_and_ends_with_one() throws IOException {
        copyPolicies();
        Path cases = folder.resolve("policies/cases/CLS-2.yaml");
        Files.writeString(cases, Files.readString(cases).replaceFirst("value: \"YES\"", "value: \"NO\""));

        assertThat(run("policy", "test", folder.resolve("policies").toString(), "--only", "CLS-2")).isEqualTo(Exit.FAILED);

        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith(cases + ":"))
                .anyMatch(line -> line.matches(" +answer +expected +found")).anyMatch(line -> line.matches(" +value +NO +YES"))
                .anyMatch(line -> line.contains("because (CLS-2.")).anyMatch(line -> line.matches("CLS-2 +\\d+ +1"))
                .anyMatch(line -> line.endsWith("cases in 1 file, 1 fails"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_cases_of_an_overlay_are_run_with_it_and_those_on_board_without_it() {
        assertThat(run("policy", "test", "--overlay", "docs/overlay", "--only", "HR-PRICE,HR-RETENTION", "HR-WORKS-COUNCIL"))
                .isEqualTo(Exit.OK);

        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("HR-WORKS-COUNCIL")).anyMatch(line -> line.endsWith("all hold"));
    }

    @Test
    void a_mistake_in_an_overlay_is_named_where_the_file_lies() throws IOException {
        Path switches = Files.writeString(folder.resolve("switches.yaml"), "switch:\n  HR-PRISE: \"on\"\n");

        assertThat(run("policy", "test", "--overlay", folder.toString())).isEqualTo(Exit.UNREADABLE);

        assertThat(err.toString()).startsWith(switches + ":2:3: ").contains("did you mean \"HR-PRICE\"?");
    }

    @Test
    void an_invalid_set_is_refused_with_file_line_and_column() throws IOException {
        copyPolicies();
        Path policy = folder.resolve("policies/CLS-2.yaml");
        Files.writeString(policy, Files.readString(policy).replace("'broad'", "'wide'"));

        assertThat(run("policy", "test", folder.resolve("policies").toString())).isEqualTo(Exit.UNREADABLE);

        assertThat(err.toString()).containsPattern("CLS-2\\.yaml:\\d+:\\d+: \"wide\" is none of \\[broad, narrow]");
    }

    @Test
    void policies_are_listed_and_explained() {
        assertThat(run("policy", "list")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("AIA-53-1-d", "Public summary of training content", "FOSS-3s");

        assertThat(run("policy", "explain", "AIA-53-1-d", CATALOGUE + "/phi-4.yaml")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("Template C(2025) 8311", "How this follows", "A person should look",
                "What would change it, each fact alone", "Public summary (");
    }

    @Test
    void an_explanation_keeps_within_a_hundred_columns() {
        assertThat(run("policy", "explain", "AIA-53-1-a", CATALOGUE + "/deepseek-r1.yaml")).isEqualTo(Exit.OK);

        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
    }

    @Test
    void a_policy_alone_is_explained_by_its_rules_in_words() {
        assertThat(run("policy", "explain", "CLS-2")).isEqualTo(Exit.OK);

        assertThat(out.toString()).contains("What is asked, row by row", "Generality is “Wide range of tasks”").doesNotContain("What would change it");
    }

    @Test
    void an_explanation_as_json_names_the_facts_and_what_would_change_the_answer() {
        assertThat(run("policy", "explain", "AIA-53-1-d", CATALOGUE + "/deepseek-r1.yaml", "--format", "json", "--no-assumptions")).isEqualTo(Exit.OK);

        assertThat(out.toString()).startsWith("[").contains("\"policy\" : \"AIA-53-1-d\"", "\"chain\"", "\"whatIf\"", "\"assumptions\" : [ ]",
                "\"model.summary.url\"");
    }

    @Test
    void the_dossier_of_a_file_is_written_twice_with_equal_bytes() throws IOException {
        Path first = folder.resolve("a.pdf");
        Path second = folder.resolve("deep/b.pdf");

        assertThat(run("dossier", CATALOGUE + "/phi-4.yaml", "-o", first.toString())).isEqualTo(Exit.OK);
        assertThat(run("dossier", CATALOGUE + "/phi-4.yaml", "-o", second.toString())).isEqualTo(Exit.OK);

        assertThat(Files.readAllBytes(first)).startsWith("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(Files.readAllBytes(second));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void several_dossiers_go_into_a_folder_and_a_broken_file_does_not_stop_them() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "slug: broken\nname: Broken\nfacts: {model.nothing: 1}\n");

        assertThat(run("dossier", CATALOGUE + "/phi-4.yaml", broken.toString(), CATALOGUE + "/gpt-5.yaml", "-o", folder.resolve("out").toString()))
                .isEqualTo(Exit.UNREADABLE);

        assertThat(folder.resolve("out/phi-4.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("out/gpt-5.pdf")).isNotEmptyFile();
        assertThat(err.toString()).contains("model.nothing");
    }

    @Test
    void a_language_that_is_not_on_board_is_refused_and_not_faked() {
        assertThat(run("dossier", CATALOGUE + "/phi-4.yaml", "-o", folder.resolve("a.pdf").toString(), "--lang", "de")).isEqualTo(Exit.USAGE);

        assertThat(folder.resolve("a.pdf")).doesNotExist();
    }

    private int run(String... args) {
        return Commands.run(CLOCK, new Output(new PrintWriter(out), new PrintWriter(err)), args);
    }

    private JsonNode finding(String policy) {
        for (JsonNode finding : JsonMapper.shared().readTree(out.toString()).get(0).get("findings")) {
            if (finding.get("policy").stringValue().equals(policy)) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + policy);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private void copyPolicies() throws IOException {
        try (var files = Files.walk(Path.of("policies"))) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
