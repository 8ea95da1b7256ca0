package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTests {

    private static final String GOOD = "slug: good\nname: Good\nfacts: {model.training.compute: 2e25}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model.training.computer: 1                                   | 4:3: the fact "model.training.computer" is not known here; did you mean "model.training.compute"?
            model.openness.architecture_information_public: yes          | 4:51: "model.openness.architecture_information_public" must be true or false, not "yes"
            model.openness.weights: true                                 | 4:27: "model.openness.weights" must be a text (put it in quotes), not the boolean "true"
            model.openness.weights: opne                                 | 4:27: "model.openness.weights" has no choice "opne"; did you mean "open"?; the choices are open, gated, closed
            model.openness.weights: withheld                             | 4:27: "model.openness.weights" has no choice "withheld"; for the state write {state: withheld}
            model.training.compute: much                                 | 4:27: "model.training.compute" must be a number, not "much"
            model.training.compute: "2e25"                               | 4:27: "model.training.compute" must be a number, not "2e25"
            model.training.compute: [1]                                  | 4:27: "model.training.compute" must be a number, not a list
            model.training.compute: 12345678901234567890                 | 4:27: "model.training.compute" has more digits than can be kept; round the number "12345678901234567890" to 15 digits
            model.architecture.context_tokens: 1.5                       | 4:38: "model.architecture.context_tokens" must be a whole number, not the number "1.5"
            model.release.first_public_date: 2025-02-30                  | 4:36: "model.release.first_public_date" must be a date of the calendar (YYYY, YYYY-MM or YYYY-MM-DD), not "2025-02-30"
            model.release.first_public_date: 20250230                    | 4:36: "model.release.first_public_date" must be a date (YYYY, YYYY-MM or YYYY-MM-DD), not the number "20250230"
            model.release.first_public_date: none                        | 4:36: "model.release.first_public_date" must be a date of the calendar (YYYY, YYYY-MM or YYYY-MM-DD), not "none"; for the state write {state: none}
            model.training.compute: {min: 3e25, max: 2e25}               | 4:33: "model.training.compute" has a "min" above its "max"; exchange the two
            model.training.compute: {value: 9, min: 1, max: 2}           | 4:35: the value of "model.training.compute" lies outside its own "min" and "max"
            model.training.compute: {value: 1, unit: GFLOP}              | 4:44: the unit of "model.training.compute" is "FLOP", not "GFLOP"; convert the number
            model.training.compute: {by: Epoch AI}                       | 4:32: "by" and "method" belong to a number; state the number, or say it in "note"
            model.training.compute: -3e24                                | 4:27: "model.training.compute" must be zero or more, not
            model.training.compute: {min: -1}                            | 4:33: "model.training.compute, min" must be zero or more
            model.release.first_public_date: "9999"                      | 4:36: "model.release.first_public_date" must be a date from 1900 to 2199
            model.release.eu_placing_date: 1899-12-31                    | 4:34: "model.release.eu_placing_date" must be a date from 1900 to 2199
            model.summary.url: {state: absent, value: https://a.example} | 4:30: a fact in the state "absent" has no value; leave out the one or the other
            model.summary.url: {state: value}                            | 4:30: the state is "value" and no value is given; give one, or name another state
            model.summary.url: {state: missing}                          | 4:30: there is no state "missing"; the states are value, none, absent, withheld, not_applicable, unknown
            model.summary.url: {vaule: https://a.example}                | 4:23: the key "vaule" is not known here; did you mean "value"?
            model.summary.url: javascript:alert(1)                       | 4:22: "model.summary.url" must be an address that begins with https:// or http:// and has no spaces, not "javascript:alert(1)"
            model.summary.url: see the web site                          | 4:22: "model.summary.url" must be an address that begins with https:// or http:// and has no spaces, not "see the web site"
            model.summary.url: {source_url: a letter}                    | 4:35: "source_url" must be an address
            model.summary.url: {as_of: 2025-13}                          | 4:30: "as_of" must be a date of the calendar
            model.summary.url: {searched: yesterday}                     | 4:33: "searched" must say where, on and by, not "yesterday"
            model.summary.url: {searched: {at: here}}                    | 4:34: the key "at" is not known here
            model.summary.url: {searched: {on: 2026-02-30}}              | 4:38: "on" must be a date of the calendar
            model.summary.url: {also: {state: absent}}                   | 4:29: "also" must be a list of what other sources say, not a mapping
            model.summary.url: {also: [{also: []}]}                      | 4:31: the key "also" is not known here; what another source says has no further sources of its own
            model.release.channels: api                                  | 4:27: "model.release.channels" must be a list, not "api"
            model.release.channels: [api, telepathy]                     | 4:33: "model.release.channels" has no choice "telepathy"
            model.release.channels: [api, null]                          | 4:33: "model.release.channels" must be a text (put it in quotes), not nothing
            model.release.channels: {value: [api], complete: maybe}      | 4:52: "complete" must be true, false or unknown, not "maybe"
            model.disclosure.languages: [German]                         | 4:32: "model.disclosure.languages" must be a language code such as "de" or "zh-Hant", not "German"
            model.lineage.bases: deepseek-v3                             | 4:24: "model.lineage.bases" must be a list of rows, not "deepseek-v3"
            model.lineage.bases: [deepseek-v3]                           | 4:25: each row of "model.lineage.bases" must give its columns by name, not "deepseek-v3"
            model.lineage.bases: [{modle: deepseek-v3}]                  | 4:26: the column of "model.lineage.bases" "modle" is not known here; did you mean "model"?
            model.lineage.bases: [{model: a, relation: son}]             | 4:46: "model.lineage.bases, column relation" has no choice "son"
            model.lineage.bases: {rows: [], value: []}                   | 4:31: "rows" and "value" say the same; keep one of the two
            provider.country: Germany                                    | 4:21: "provider.country" must be a country code of two capital letters such as "DE", not "Germany"
            provider.country: EU                                         | 4:21: "provider.country" must be a country code
            provider.country: false                                      | 4:21: "provider.country" must be a text (put it in quotes), not the boolean "false"
            provider.legal_name: 42                                      | 4:24: "provider.legal_name" must be a text (put it in quotes), not the number "42"
            provider.legal_name: " "                                     | 4:24: "provider.legal_name" is an empty text; leave it out when it is unknown
            organisation.annual_revenue: {value: 5, currency: EURO}      | 4:53: "currency" must be a code of ISO 4217 such as "EUR", not "EURO"
            organisation.annual_revenue: {value: 5, unit: EUR}           | 4:43: the key "unit" is not known here
            """)
    void a_fact_that_is_not_what_it_should_be_is_named_with_line_column_and_advice(String fact, String words) {
        assertThat(Reads.problems(Reads.scenario(fact))).singleElement().asString().startsWith("a.yaml:" + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: N                               | 1:1: "slug" is missing
            slug:                                 | 1:1: "slug" is missing
            slug: a b                             | 1:7: the slug "a b" may only have letters
            slug: a\\nschema_version: 1          | 2:17: "schema_version" must be 2; this release reads no other
            slug: a\\nschema_version: two        | 2:17: "schema_version" must be a whole number
            slug: a\\nmodle: {}                  | 2:1: the key "modle" is not known here; did you mean "model"?
            slug: a\\nmodel: {trainig: {}}       | 2:9: the key "trainig" is not known here; did you mean "training"? (under "model")
            slug: a\\nmodel: {training: 5}       | 2:19: "model.training" must have further keys, not the number "5"
            slug: a\\nmodel: {openness: {gate_reading: monetised}} | 2:20: "model.openness.gate_reading" is a person's judgement and is never imported; record it as a determination, or state it in a scenario file
            slug: a\\nuse: {}                    | 2:1: the key "use" is not known here
            slug: a\\nprovider: deepseek         | 2:11: the provider must have keys and values, not "deepseek"
            slug: a\\nprovider: {brand: B}       | 2:11: "slug" is missing
            slug: a\\nlicences: {slug: mit}      | 2:11: "licences" must be a list
            slug: a\\nlicences: [mit]            | 2:12: each entry of "licences" must have keys and values, not "mit"
            slug: a\\nlicences: [{slug: mit}, {slug: mit}] | 2:32: the licence "mit" stands in this file a second time; keep one
            slug: a\\nfindings: [{family: taste, kind: external_study, applicability: exact_build}] | 2:21: "family" must be one of censorship, security, not "taste"
            slug: a\\nfindings: [{family: security, kind: external_study}] | 2:12: "applicability" is missing
            slug: a\\nindices: {best_of: 1}      | 2:11: the key "best_of" is not known here
            slug: a\\nopinions: {above_1e25: {reason: r}} | 2:24: "assessment" is missing
            slug: a\\ngaps: [{a: b}]             | 2:8: each entry of "gaps" must be a text, not a mapping
            slug: a\\nrecord_written: 2026-02-30 | 2:17: "record_written" must be a date of the calendar
            slug: a\\nfacts: {}                  | 1:1: "name" is missing
            slug: a\\nname: A\\nversion: 1\\nfacts: {} | 3:1: the key "version" is not known here
            slug: a\\nname: A\\nfacts: [1]      | 3:8: "facts" must give facts by their ids, not a list
            slug: a\\nname: "\\0"               | 2:7: the character U+0000 may not stand in a text; remove it
            - a                                   | 1:1: expected keys and values, found a list
            """)
    void a_file_that_is_not_a_record_is_refused_with_its_place(String text, String words) {
        assertThat(Reads.problems(text.replace("\\n", "\n"))).singleElement().asString().startsWith("a.yaml:" + words);
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(Reads.problems("{\"slug\": \"a\", \"name\": \"\\ud800\"}")).singleElement().asString().contains("U+D800");
    }

    @Test
    void all_problems_of_a_file_are_reported_in_the_order_of_its_lines() {
        assertThat(Reads.problems("""
                slug: a
                modell:
                  x: 1
                provider:
                  slug: p
                  country: Norway
                  code:
                    list_as_of: 2025-02-30
                licences:
                - slug: l
                  artefacts: [wieghts]
                model:
                  training:
                    compute: {min: 2, max: 1, colour: red}
                  openness:
                    weights: maybe
                """)).extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly("a.yaml:2:1", "a.yaml:6:12", "a.yaml:8:17", "a.yaml:11:15", "a.yaml:14:20", "a.yaml:14:31",
                        "a.yaml:16:14");
    }

    @Test
    void the_other_files_are_still_read() {
        Reading reading = Reads.read(List.of(
                Reads.file("bad.yaml", "slug: [\n"), Reads.file("good.yaml", GOOD), Reads.file("worse.yaml", "modle: {}\n")));
        assertThat(reading.records()).extracting(RecordFile::slug).containsExactly("good");
        assertThat(reading.problems()).extracting(Problem::file).containsExactly("bad.yaml", "worse.yaml", "worse.yaml");
    }

    @Test
    void a_slug_that_two_files_use_for_different_things_is_refused_in_the_second() {
        Reading reading = Reads.read(List.of(
                Reads.file("one.yaml", GOOD), Reads.file("two.yaml", GOOD.replace("2e25", "3e25"))));
        assertThat(reading.records()).hasSize(1);
        assertThat(reading.problems()).singleElement().asString().isEqualTo(
                "two.yaml:1:7: the slug \"good\" is already that of one.yaml, which says something else; give one of the two"
                        + " another slug");
    }

    @Test
    void the_same_record_given_twice_is_no_problem() {
        Reading reading = Reads.read(List.of(
                Reads.file("one.yaml", GOOD), Reads.file("two.yaml", GOOD.replace("2e25", "20e24"))));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records()).hasSize(2);
    }

    @Test
    void a_byte_that_is_not_utf_8_is_named_with_its_place() {
        byte[] bytes = "slug: a\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reads.read(List.of(new Source("a.yaml", bytes))).problems()).extracting(Problem::toString)
                .containsExactly("a.yaml:2:10: the byte 0xE9 here is not UTF-8; save the file as UTF-8");
    }

    @Test
    void a_character_that_breaks_off_at_the_end_of_the_file_is_no_utf_8() {
        assertThat(Reads.read(List.of(new Source("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xC3}))).problems())
                .singleElement().asString().startsWith("a.yaml:1:4: the byte 0xC3");
    }

    @Test
    void a_byte_order_mark_is_no_problem() {
        assertThat(Reads.problems("\uFEFF" + GOOD)).isEmpty();
        assertThat(Reads.problems("\uFEFF{\"slug\": \"a\"}")).isEmpty();
    }

    @Test
    void a_file_beyond_all_measure_is_refused_unread() {
        assertThat(Reads.read(List.of(new Source("a.yaml", new byte[5 * 1024 * 1024]))).problems()).singleElement().asString()
                .contains("larger than 4 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment", "null", "just words", "[]", "42"})
    void a_file_without_keys_is_refused(String text) {
        assertThat(Reads.problems(text)).hasSize(1);
    }

    @Test
    void after_two_hundred_problems_the_rest_of_a_file_is_left() {
        StringBuilder many = new StringBuilder("slug: a\nname: A\nfacts:\n");
        for (int i = 0; i < 60_000; i++) {
            many.append("  model.training.compute").append(i).append(": 1\n");
        }
        Reading reading = Reads.read(List.of(Reads.file("a.yaml", many.toString()), Reads.file("good.yaml", GOOD)));
        assertThat(reading.records()).hasSize(1);
        assertThat(reading.problems()).hasSize(201);
        assertThat(reading.problems()).extracting(Problem::message)
                .contains("the file has more than 200 problems; mend those named here first");
    }

    @Test
    void a_fact_stated_under_two_names_is_refused() {
        assertThat(Reads.problems(Reads.scenario("model.summary.url: null", "model.summary.url: null")))
                .singleElement().asString().startsWith("a.yaml:5:3: the key \"model.summary.url\" stands here a second time");
    }
}
