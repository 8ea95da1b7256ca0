package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyReaderTests {

    private static final String SECTION = """
            section: model-test
            kind: model
            order: 1
            label: Test
            intro: A section for tests.
            facts:
            """;

    private static String fact(String id, String type) {
        return """
              - id: %s
                type: %s
                label: Label
                question: Question?
                means: Meaning.
                why: Reason.
                known_by: public
                example: "1"
            """.formatted(id, type);
    }

    private static List<String> problems(String text) {
        return problems(Map.of("model-test.yaml", text));
    }

    private static List<String> problems(Map<String, String> files) {
        try {
            VocabularyReader.read(new TreeMap<>(files));
            return List.of();
        } catch (InvalidFile e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void a_fact_is_read_with_all_that_is_said_about_it() {
        Vocabulary vocabulary = VocabularyReader.read(Map.of("model-test.yaml", SECTION + fact("model.kind", "choice")
                + "    choices: {dense: Dense, \"no\": None}\n    filter: true\n    stale_after: 90\n    articles: [\"Art. 3(63)\"]\n"));
        FactDeclaration fact = vocabulary.get("model.kind");
        assertThat(fact.choices()).containsExactly(Map.entry("dense", "Dense"), Map.entry("no", "None"));
        assertThat(fact.filter()).isTrue();
        assertThat(fact.staleAfterDays()).isEqualTo(90);
        assertThat(fact.path()).isEqualTo("kind");
        assertThat(fact.knownBy()).isEqualTo(FactDeclaration.KnownBy.PUBLIC);
        assertThat(vocabulary.find("model.other")).isEmpty();
    }

    @Test
    void a_column_of_references_names_the_kind_it_refers_to() {
        Vocabulary vocabulary = VocabularyReader.read(Map.of("model-test.yaml", SECTION + fact("model.bases", "table")
                + "    key: name\n    columns:\n      - {name: name, type: reference, to: model, label: Base}\n"));
        assertThat(vocabulary.get("model.bases").column("name").refersTo()).isEqualTo(Kind.MODEL);
        assertThat(vocabulary.get("model.bases").key()).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model.x | number    |                                    | 8:11: there is no type "number"
            model.x | choice    |                                    | a choice needs "choices"
            model.x | text      | choices: {a: A}                    | 15:14: only a choice has "choices"
            model.x | table     |                                    | a table, and nothing else, has "columns"
            model.x | quantity  |                                    | a quantity needs a "unit"
            model.x | money     | unit: EUR                          | 15:11: only numbers have a "unit"; money has its currency
            model.x | reference |                                    | a reference needs "to"
            model.x | reference | to: person                         | 15:9: there is no kind of record "person"
            model.x | list      |                                    | "of" is missing
            model.X | text      |                                    | 7:9: the id "model.X" must be lower snake case and begin with "model."
            use.x   | text      |                                    | 7:9: the id "use.x" must be lower snake case and begin with "model."
            model.x | text      | filter: yes                        | 15:13: "filter" must be true or false, not "yes"
            model.x | text      | stale_after: soon                  | 15:18: "stale_after" must be a whole number
            model.x | text      | knownby: us                        | 15:5: the key "knownby" is not known here; did you mean "known_by"?
            model.x | text      | key: name                          | 15:10: only a table has a "key"
            """)
    void a_declaration_that_makes_no_sense_is_refused_with_its_place(String id, String type, String more, String words) {
        assertThat(problems(SECTION + fact(id, type) + (more == null ? "" : "    " + more + "\n")))
                .anySatisfy(problem -> assertThat(problem).startsWith("model-test.yaml:").contains(words));
    }

    @Test
    void a_fact_declared_twice_is_refused_and_the_first_place_named() {
        assertThat(problems(SECTION + fact("model.x", "text") + fact("model.x", "text"))).containsExactly(
                "model-test.yaml:15:9: the fact \"model.x\" is already declared in model-test.yaml:7");
    }

    @Test
    void a_key_of_a_table_must_be_a_column() {
        assertThat(problems(SECTION + fact("model.x", "table") + "    key: [nam]\n    columns: [{name: name, type: text, label: N}]\n"))
                .containsExactly("model-test.yaml:15:10: the key \"nam\" is no column of the table");
    }

    @Test
    void a_section_stands_in_a_file_of_its_name() {
        assertThat(problems(Map.of("other.yaml", SECTION + fact("model.x", "text"))))
                .containsExactly("other.yaml:1:10: the section \"model-test\" must stand in a file of the same name");
    }

    @Test
    void all_problems_of_all_files_are_reported_together() {
        assertThat(problems(Map.of(
                "a.yaml", "section: a\nkind: robot\n",
                "model-test.yaml", SECTION + fact("model.x", "number") + fact("model.y", "text").replace("Reason.", ""),
                "z.yaml", "x: [")))
                .anySatisfy(problem -> assertThat(problem).startsWith("a.yaml:2:7: there is no kind of record \"robot\""))
                .anySatisfy(problem -> assertThat(problem).startsWith("model-test.yaml:8:11: there is no type"))
                .anySatisfy(problem -> assertThat(problem).startsWith("model-test.yaml:15:5: \"why\" is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("z.yaml:").contains("not well-formed YAML"));
    }
}
