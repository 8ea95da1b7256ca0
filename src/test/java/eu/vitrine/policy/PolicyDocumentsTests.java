package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents for authors say of roles, keys and conditions. */
class PolicyDocumentsTests {

    private static final Path GUIDE = Path.of("docs/policies.md");
    private static final Path REFERENCE = Path.of("policies/README.md");
    private static final Map<String, String> FILES = PolicyFolder.files(Path.of("policies"));

    @Test
    void every_condition_shown_in_the_guide_can_be_read() throws Exception {
        List<Expressions> readers = new ArrayList<>();
        PolicySetReader.read(FILES, () -> Digests.of(FILES), (vocabulary, law, headers, problems) -> {
            // the facts of the worked example are not in the set
            readers.add(PolicySetReader.compiler(FILES, vocabulary, law, headers, problems));
            return readers.getFirst();
        });
        List<String> conditions = conditions();

        assertThat(conditions).hasSizeGreaterThan(15);
        for (String condition : conditions) {
            Located.Scalar text = new Located.Scalar("docs/policies.md", 1, 1, condition, condition);
            assertThat(readers.getFirst().read(text, Expressions.Type.BOOLEAN, "")).as(condition).isNotNull();
        }
    }

    /** The first column of the table under the heading on conditions. */
    private static List<String> conditions() throws IOException {
        String guide = Files.readString(GUIDE);
        String section = guide.substring(guide.indexOf("## Conditions"), guide.indexOf("### Three values"));
        Matcher row = Pattern.compile("^\\| `(.*?)` \\|", Pattern.MULTILINE).matcher(section);
        List<String> conditions = new ArrayList<>();
        while (row.find()) {
            if (!row.group(1).startsWith("use.workplace.")) {
                conditions.add(row.group(1));
            }
        }
        return conditions;
    }

    @Test
    void every_role_and_its_answers_are_in_the_guide() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Policy.Role role : Policy.Role.values()) {
            assertThat(guide).contains("| `" + Holds.word(role) + "` |");
            CaseKeys.ofExpect(role).forEach(key -> assertThat(guide).as(role.name()).contains("`" + key + "`"));
        }
    }

    @Test
    void every_key_of_a_policy_is_in_the_reference() throws IOException {
        String reference = Files.readString(REFERENCE);
        for (Policy.Role role : Policy.Role.values()) {
            PolicyShapes.of(role).names().forEach(key ->
                    assertThat(reference).as(role + ": " + key).containsPattern("`([a-z_]+: ?\\{)?([a-z_, ]+, )?" + key + "[`:,}]"));
        }
    }

    @Test
    void every_function_of_conditions_is_in_the_guide_or_the_reference() throws IOException {
        String both = Files.readString(GUIDE) + Files.readString(REFERENCE);
        assertThat(CelReader.functions()).contains("certain", "firm").allSatisfy(name -> assertThat(both).contains("`" + name + "("));
    }
}
