package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Subject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreparedTests {

    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void prepared_and_compiled_rules_give_equal_answers_on_the_whole_catalogue() throws IOException {
        PolicySet prepared = PolicyFolder.shipped();
        PolicySet compiled = PolicySetReader.read(FILES);

        assertThat(prepared.identity()).isEqualTo(compiled.identity());
        for (Subject subject : catalogue(prepared)) {
            assertThat(json(prepared, subject)).as(subject.slug()).isEqualTo(json(compiled, subject));
        }
    }

    @Test
    void prepared_rules_are_not_used_for_files_that_differ_by_a_single_character() {
        Map<String, String> changed = new TreeMap<>(FILES);
        changed.computeIfPresent("law/thresholds.yaml", (name, text) -> text.replace("value: 1e25", "value: 1e26"));

        PolicySet set = PolicySetReader.read(changed);

        assertThat(set.identity().rulesDigest()).isNotEqualTo(PolicyFolder.shipped().identity().rulesDigest());
        assertThat(set.law("systemic_risk_presumption").on(DAY)).isEqualTo(1e26);
    }

    @Test
    void a_change_of_wording_changes_the_text_digest_only() {
        Map<String, String> reworded = new TreeMap<>(FILES);
        reworded.computeIfPresent("AIA-53-1-d.yaml", (name, text) -> text.replaceFirst("(?m)^title: .*$", "title: The summary"));

        PolicySet.Identity identity = PolicySetReader.read(reworded).identity();

        assertThat(identity.rulesDigest()).isEqualTo(PolicyFolder.shipped().identity().rulesDigest());
        assertThat(identity.textDigest()).isNotEqualTo(PolicyFolder.shipped().identity().textDigest());
    }

    @Test
    void comments_and_the_order_of_keys_change_neither_digest() {
        Map<String, String> commented = new TreeMap<>(FILES);
        commented.computeIfPresent("CLS-1.yaml", (name, text) -> "# a remark\n" + text);

        assertThat(PolicySetReader.read(commented).identity()).isEqualTo(PolicyFolder.shipped().identity());
    }

    private static final java.util.concurrent.ConcurrentHashMap<PolicySet, List<Subject>> CATALOGUE = new java.util.concurrent.ConcurrentHashMap<>();

    static List<Subject> catalogue(PolicySet set) throws IOException {
        List<Subject> known = CATALOGUE.get(set);
        if (known == null) {
            known = read(set);
            CATALOGUE.put(set, known);
        }
        return known;
    }

    private static List<Subject> read(PolicySet set) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalogue"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                sources.add(new Source(file.toString(), Files.readAllBytes(file)));
            }
        }
        return RecordReader.with(set.vocabulary()).read(sources).subjects();
    }

    private static String json(PolicySet set, Subject subject) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvaluationJson.write(List.of(set.evaluate(subject, DAY)), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
