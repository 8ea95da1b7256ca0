package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition answers for each state of its facts. */
class ConditionsTests {

    /** Surroundings without decisions, figures or assumptions. */
    static final Conditions.Surroundings NOWHERE = new Conditions.Surroundings() {
        @Override
        public Value decision(String id) {
            throw new IllegalArgumentException(id);
        }

        @Override
        public Value law(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public IdSet standsFor(int assumptions) {
            return IdSet.EMPTY;
        }
    };

    private static final Vocabulary VOCABULARY = PolicyFolder.shipped().vocabulary();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e25                      | unknown
            {min: 1e25, max: 1e25}    | false
            {min: 1.01e25, max: 2e25} | true
            {min: 9e24, max: 2e25}    | unknown
            {min: 2e25}               | true
            {min: 9e24}               | unknown
            {max: 1e25}               | false
            {max: 2e25}               | unknown
            {state: none}             | unknown
            {state: withheld}         | unknown
            null                      | unknown
            """)
    void greater_than_is_strict_and_unknown_where_a_range_straddles_the_bound(String compute, String expected) {
        String facts = compute.equals("1e25") ? "{min: 9.9e24, max: 1.01e25}" : compute;

        assertThat(answer("model.training.compute > 1e25", "model.training.compute: " + facts)).isEqualTo(expected);
    }

    @Test
    void a_single_figure_at_the_bound_does_not_exceed_it() {
        assertThat(answer("model.training.compute > 1e25", "model.training.compute: 1e25")).isEqualTo("false");
        assertThat(answer("model.training.compute >= 1e25", "model.training.compute: 1e25")).isEqualTo("true");
    }

    @Test
    void three_times_the_modification_is_compared_without_a_rounded_third() {
        String third = "3.0 * model.lineage.modification_compute > model.lineage.original_compute";

        assertThat(answer(third, "model.lineage.modification_compute: 1e23", "model.lineage.original_compute: 3e23")).isEqualTo("false");
        assertThat(answer(third, "model.lineage.modification_compute: 1.0001e23", "model.lineage.original_compute: 3e23")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2025-08-01" | true
            "2025-08-02" | false
            "2025-07"    | true
            "2025-08"    | unknown
            "2025"       | unknown
            "2024"       | true
            "2026"       | false
            """)
    void a_date_of_a_month_or_year_is_a_range(String date, String expected) {
        assertThat(answer("model.release.eu_placing_date < plusDays(model.summary.date, 0)",
                "model.release.eu_placing_date: \"" + date.replace("\"", "") + "\"", "model.summary.date: \"2025-08-02\"")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "https://example.org"                                            | true
            {state: none}                                                    | false
            {state: absent, searched: {where: [site], on: "2026-11-01"}}     | unknown
            {state: withheld}                                                | unknown
            {state: not_applicable, note: why}                               | unknown
            {state: unknown}                                                 | unknown
            """)
    void has_is_false_only_where_a_source_says_that_there_is_none(String url, String expected) {
        assertThat(answer("has(model.summary.url)", "model.summary.url: " + url)).isEqualTo(expected);
    }

    @Test
    void the_state_of_a_fact_is_always_known() {
        assertThat(answer("state(model.summary.url) == 'unknown'")).isEqualTo("true");
        assertThat(answer("state(model.summary.url) == 'withheld'", "model.summary.url: {state: withheld}")).isEqualTo("true");
    }

    @Test
    void a_list_said_to_be_none_is_empty_and_complete() {
        assertThat(answer("model.release.regions.exists(r, r == 'EU')", "model.release.regions: {state: none}")).isEqualTo("false");
        assertThat(answer("size(model.release.regions) == 0", "model.release.regions: {state: none}")).isEqualTo("true");
    }

    @Test
    void a_statement_about_all_rows_of_an_incomplete_table_is_unknown_unless_one_row_refutes_it() {
        String all = "model.lineage.bases.all(b, b.relation == 'fine_tune')";
        String some = "model.lineage.bases.exists(b, b.relation == 'merge')";
        String row = "[{model: a, relation: fine_tune}]";

        assertThat(answer(all, "model.lineage.bases: {rows: " + row + ", complete: true}")).isEqualTo("true");
        assertThat(answer(all, "model.lineage.bases: {rows: " + row + ", complete: false}")).isEqualTo("unknown");
        assertThat(answer(all, "model.lineage.bases: " + row)).isEqualTo("unknown");
        assertThat(answer(some, "model.lineage.bases: " + row)).isEqualTo("unknown");
        assertThat(answer(some, "model.lineage.bases: [{model: a, relation: merge}]")).isEqualTo("true");
    }

    @Test
    void a_cell_that_a_row_does_not_state_is_unknown() {
        assertThat(answer("model.lineage.bases.exists(b, b.relation == 'merge')",
                "model.lineage.bases: {rows: [{model: a}], complete: true}")).isEqualTo("unknown");
    }

    @Test
    void what_decides_alone_decides_whatever_else_is_unknown() {
        assertThat(answer("model.monetisation.dual_licence && model.monetisation.price_for_access",
                "model.monetisation.price_for_access: false")).isEqualTo("false");
        assertThat(answer("model.monetisation.dual_licence || model.monetisation.price_for_access",
                "model.monetisation.price_for_access: true")).isEqualTo("true");
    }

    @Test
    void an_unknown_names_only_the_facts_that_would_settle_it() {
        Value value = evaluate("model.monetisation.price_for_access || model.monetisation.dual_licence && model.openness.gate == 'none'",
                facts("model.monetisation.price_for_access: false", "model.openness.gate: payment"));
        Value open = evaluate("model.monetisation.price_for_access || model.monetisation.dual_licence", facts("model.monetisation.price_for_access: false"));

        assertThat(value.isFalse()).isTrue();
        List<String> causes = new ArrayList<>();
        open.trace().causes().forEach(index -> causes.add(VOCABULARY.facts().get(index).id()));
        assertThat(causes).containsExactly("model.monetisation.dual_licence");
    }

    @Test
    void a_search_ages_from_its_day_and_one_without_a_day_has_no_age() {
        assertThat(answer("age(model.summary.url) <= 90",
                "model.summary.url: {state: absent, searched: {where: [site], on: \"2026-08-25\"}}")).isEqualTo("true");
        assertThat(answer("age(model.summary.url) <= 90",
                "model.summary.url: {state: absent, searched: {where: [site], on: \"2026-08-24\"}}")).isEqualTo("false");
        assertThat(answer("age(model.summary.url) <= 90", "model.summary.url: {state: absent}")).isEqualTo("unknown");
    }

    @Test
    void certain_is_never_unknown_and_never_true_of_an_unknown() {
        assertThat(answer("certain(model.monetisation.dual_licence)")).isEqualTo("false");
        assertThat(answer("certain(model.monetisation.dual_licence)", "model.monetisation.dual_licence: true")).isEqualTo("true");
    }

    @Test
    void a_figure_read_ten_times_less_is_that_to_the_digit() {
        assertThat(answer("widen(model.training.compute, 0.1, 10.0) > 1e23", "model.training.compute: 1e24")).isEqualTo("unknown");
        assertThat(answer("widen(model.training.compute, 0.1, 10.0) >= 1e23", "model.training.compute: 1e24")).isEqualTo("true");
    }

    private static String answer(String condition, String... facts) {
        Value value = evaluate(condition, facts(facts));
        return value.isUnknown() ? "unknown" : String.valueOf(value.known());
    }

    private static Value evaluate(String condition, Facts facts) {
        try {
            Expr expr = new CelReader(VOCABULARY, Map.of(), Map.of(), Map.of())
                    .read(new Located.Scalar("test", 1, 1, condition, condition), Expressions.Type.BOOLEAN, "");
            return new Conditions(new FactView(VOCABULARY, facts, null), new FactView(VOCABULARY, Facts.none(), null), "test", DAY, NOWHERE)
                    .eval(expr);
        } catch (InvalidCondition e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Facts facts(String... facts) {
        return subject(facts).facts();
    }

    static Subject subject(String... facts) {
        String file = "slug: test\nname: Test\nfacts:\n"
                + "  model.generality: null\n" + String.join("", java.util.Arrays.stream(facts).map(fact -> "  " + fact + "\n").toList());
        String text = java.util.Arrays.stream(facts).anyMatch(fact -> fact.startsWith("model.generality:"))
                ? file.replace("  model.generality: null\n", "") : file;
        var reading = RecordReader.with(VOCABULARY).read(List.of(new Source("test.yaml", text.getBytes(StandardCharsets.UTF_8))));
        assertThat(reading.problems()).isEmpty();
        return reading.subjects().getFirst();
    }
}
