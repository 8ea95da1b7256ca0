package eu.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the review of the catalogue says is what the engine answers on the day that the review names. */
class CatalogueReviewTests {

    private static final Path REVIEW = Path.of("docs/legal/catalogue-review.md");
    private static final Path USES = Path.of("docs/legal/catalogue-review");
    private static final Path CATALOGUE = Path.of("src/main/resources/catalogue");
    private static final Pattern DAY = Pattern.compile("as of \\*\\*(\\d{4}-\\d\\d-\\d\\d)\\*\\*");
    private static final Pattern SET = Pattern.compile("policy set \\*\\*([^*]+)\\*\\*");
    private static final Pattern MODEL = Pattern.compile("<!-- model: (\\S+) -->");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> DATING = Set.of("PLACED_ON_RELEASE", "NEW_LIFECYCLE");
    private static final List<String> CHAIN = List.of("generalPurpose", "systemicRisk", "freeAndOpenSource", "legacy", "provider");
    private static final Map<String, String> VALUES = Map.of("YES", "yes", "NO", "no", "NONE", "none", "PRESUMED", "presumed",
            "NOTIFIED", "notified", "DESIGNATED", "designated", "UPSTREAM", "the maker", "ADOPTER", "the adopter", "CANNOT_DETERMINE", "open");

    private static List<String> lines;
    private static Map<String, Evaluation> evaluations;

    @BeforeAll
    static void evaluate() throws IOException {
        lines = Files.readAllLines(REVIEW);
        Matcher day = DAY.matcher(String.join("\n", lines));
        assertThat(day.find()).as("the review names its day").isTrue();
        LocalDate asOf = LocalDate.parse(day.group(1));
        PolicySet set = PolicyFolder.shipped();
        Reading reading = RecordReader.with(set.vocabulary()).read(sources());
        assertThat(reading.problems()).isEmpty();
        List<RecordFile> records = reading.records();
        evaluations = records.stream().map(record -> set.evaluate(Subjects.of(record, records), asOf))
                .collect(Collectors.toMap(Evaluation::slug, Function.identity()));
    }

    private static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path folder : List.of(CATALOGUE, USES)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                    sources.add(new Source(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        return sources;
    }

    /** Rows of the tables whose head begins so, each as its cells. */
    private static List<List<String>> rows(Collection<String> text, String head) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : text) {
            if (line.startsWith(head)) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|---")) {
                rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip).toList());
            }
        }
        return rows;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            Matcher model = MODEL.matcher(line);
            if (model.matches()) {
                current = new ArrayList<>();
                sections.put(model.group(1), current);
            } else if (line.startsWith("## ")) {
                current = new ArrayList<>();
            }
            current.add(line);
        }
        return sections;
    }

    private static String outcome(Finding finding) {
        return finding.outcome() == null ? "Applies" : finding.outcome().words();
    }

    private static String due(Finding finding) {
        if (finding.answers().due() == null) {
            return "–";
        }
        if (finding.answers().dueDate() == null) {
            return "open";
        }
        boolean assumed = finding.assumptions().stream().anyMatch(DATING::contains);
        return finding.answers().dueDate() + (assumed ? " (assumed)" : "");
    }

    private static String value(Classification one) {
        return VALUES.get(one.value()) + (one.assumptions().isEmpty() ? "" : " (assumed)");
    }

    private static String right(UseRight.@Nullable Answer answer) {
        return answer == null ? "–" : answer.words().toLowerCase(Locale.ROOT);
    }

    @Test
    void the_review_names_the_set_that_ships() {
        Matcher named = SET.matcher(String.join("\n", lines));
        assertThat(named.find()).isTrue();
        assertThat(evaluations.values()).allSatisfy(one -> assertThat(one.policySet().version()).isEqualTo(named.group(1)));
    }

    @Test
    void each_of_the_eight_models_has_every_duty_with_the_answer_of_the_engine() {
        Map<String, List<String>> sections = sections();
        assertThat(sections).hasSize(8);
        sections.forEach((model, text) -> {
            Evaluation evaluation = evaluations.get(model);
            Set<String> told = new TreeSet<>();
            for (List<String> row : rows(text, "| duty |")) {
                for (String id : codes(row.get(0))) {
                    Finding finding = evaluation.finding(id).orElseThrow();
                    assertThat(row.get(1)).as(model + " " + id).isEqualTo(outcome(finding));
                    assertThat(row.get(2)).as(model + " " + id + " due").isEqualTo(due(finding));
                    told.add(id);
                }
            }
            assertThat(told).as(model).isEqualTo(evaluation.findings().stream()
                    .filter(finding -> finding.family() == Family.DUTY || finding.family() == Family.ROUTE)
                    .map(finding -> finding.policy().id()).collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void what_would_settle_a_duty_is_what_the_engine_asks_for() {
        sections().forEach((model, text) -> rows(text, "| duty |").forEach(row -> {
            Set<String> asked = codes(row.get(0)).stream().map(id -> evaluations.get(model).finding(id).orElseThrow())
                    .flatMap(finding -> Stream.concat(finding.settledBy().stream(), finding.withheldByLaw().stream()))
                    .collect(Collectors.toSet());
            assertThat(asked).as(model + " " + row.get(0)).containsAll(codes(row.get(4)));
        }));
    }

    @Test
    void every_model_of_the_catalogue_is_classified_as_the_engine_does() {
        List<List<String>> rows = rows(lines, "| model | general-purpose |");
        rows.forEach(row -> {
            Evaluation evaluation = evaluations.get(codes(row.get(0)).getFirst());
            List<String> chain = CHAIN.stream().map(name -> value(evaluation.classifications().get(name))).toList();
            assertThat(row.subList(1, 6)).as(row.get(0)).isEqualTo(chain);
            Set<String> asked = Stream.concat(evaluation.classifications().values().stream().flatMap(one -> one.settledBy().stream()),
                            evaluation.findings().stream().flatMap(one -> Stream.concat(one.settledBy().stream(), one.withheldByLaw().stream())))
                    .collect(Collectors.toSet());
            assertThat(asked).as(row.get(0)).containsAll(codes(row.get(6)));
        });
        assertThat(rows).extracting(row -> codes(row.get(0)).getFirst()).containsExactlyInAnyOrderElementsOf(
                evaluations.values().stream().filter(one -> one.classifications().containsKey("generalPurpose")).map(Evaluation::slug).toList());
    }

    @Test
    void the_open_source_test_is_told_clause_by_clause() {
        List<List<String>> rows = rows(lines, "| model | `FOSS-1`");
        List<String> clauses = List.of("FOSS-1", "FOSS-2", "FOSS-3", "FOSS-3s", "FOSS-4", "FOSS-5", "FOSS");
        assertThat(rows).hasSize(8).allSatisfy(row -> {
            Evaluation evaluation = evaluations.get(codes(row.get(0)).getFirst());
            assertThat(row.subList(1, 8)).as(row.get(0))
                    .isEqualTo(clauses.stream().map(id -> VALUES.get(evaluation.classification(id).orElseThrow().value())).toList());
        });
    }

    @Test
    void the_rights_of_our_company_are_those_of_the_example_uses() {
        List<List<String>> rows = rows(lines, "| use of |");
        assertThat(rows).hasSize(8).allSatisfy(row -> {
            Evaluation evaluation = evaluations.get("assistant-on-" + codes(row.get(0)).getFirst());
            List<String> rights = new ArrayList<>(evaluation.useRights().stream().map(one -> right(one.answer())).toList());
            rights.add(right(evaluation.useRight()));
            assertThat(row.subList(1, row.size())).as(row.get(0)).isEqualTo(rights);
        });
    }

    @Test
    void no_answer_of_the_eight_is_met_or_not_met() {
        assertThat(sections().keySet()).allSatisfy(model -> assertThat(evaluations.get(model).findings())
                .extracting(CatalogueReviewTests::outcome).doesNotContain("Met", "Not met"));
    }
}
