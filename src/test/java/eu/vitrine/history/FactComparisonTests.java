package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.RandomSubjects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FactComparisonTests {

    private static final Vocabulary VOCABULARY = PolicyFolder.shipped().vocabulary();
    private static final FactComparison COMPARISON = new FactComparison(FactComparisonTests::words);
    private static final FactDeclaration TEXT = first(FactType.TEXT);
    private static final FactDeclaration QUANTITY = first(FactType.QUANTITY);
    private static final FactDeclaration TABLE = VOCABULARY.facts().stream().filter(fact -> fact.type() == FactType.TABLE && !fact.key().isEmpty()).findFirst().orElseThrow();

    private static FactDeclaration first(FactType type) {
        return VOCABULARY.facts().stream().filter(fact -> fact.type() == type).findFirst().orElseThrow();
    }

    private static List<String> words(FactDeclaration declared, Claim claim) {
        return claim.value() instanceof FactValue.Items items && !items.values().isEmpty() ? items.values() : List.of(FactWords.of(declared, claim));
    }

    @Property(tries = 40)
    void every_fact_that_differs_shows_a_difference_and_no_other_does(@ForAll long seed) {
        var subjects = new RandomSubjects(PolicyFolder.shipped(), seed);
        var before = subjects.next().facts();
        var after = subjects.next().facts();
        for (FactDeclaration declared : VOCABULARY.facts()) {
            List<PartChange> parts = COMPARISON.of(declared, before.get(declared.id()), after.get(declared.id()));
            assertThat(parts.isEmpty()).as(declared.id()).isEqualTo(before.get(declared.id()).equals(after.get(declared.id())));
            assertThat(parts).as(declared.id()).allMatch(part -> part.shows() || part.rows() != null && (part.rows().reordered() || !part.rows().lines().isEmpty()));
        }
    }

    private static Claim claim(FactValue value, String source, String note, SourceTier tier, String checked, String evidence) {
        return new Claim(State.VALUE, value, Completeness.NOT_KNOWN, source, Day.parse("2026-01").orElseThrow(), note, null, tier,
                Day.parse(checked).orElseThrow(), List.of(evidence.repeat(64)));
    }

    @Test
    void each_thing_that_a_claim_carries_is_told_apart() {
        var value = new FactValue.Text("about books");
        var before = new Fact(TEXT.id(), claim(value, "https://a.example", "read in haste", SourceTier.PRESS, "2026-02-01", "a"), List.of(Claim.of(value)), "it is newer");
        var after = new Fact(TEXT.id(), claim(value, "https://b.example", "read with care", SourceTier.STUDY, "2026-03-01", "b"), List.of(), "it is closer");
        assertThat(COMPARISON.of(TEXT, before, after)).extracting(PartChange::part).containsExactly("source", "note", "tier", "checked", "evidence", "also", "chosen");
    }

    @Test
    void prose_is_compared_word_by_word_and_a_state_replaced_whole() {
        var before = new Fact(TEXT.id(), Claim.of(new FactValue.Text("web pages and books")), List.of());
        var after = new Fact(TEXT.id(), Claim.of(new FactValue.Text("web pages and code")), List.of());
        assertThat(COMPARISON.of(TEXT, before, after).getFirst().after()).containsExactly(new Stretch(Stretch.How.KEPT, "web pages and "), new Stretch(Stretch.How.ADDED, "code"));
        assertThat(COMPARISON.of(TEXT, Fact.unknown(TEXT.id()), after).getFirst().stretches())
                .containsExactly(new Stretch(Stretch.How.REMOVED, "not known"), new Stretch(Stretch.How.ADDED, "web pages and code"));
    }

    @Test
    void two_figures_that_round_to_the_same_words_are_told_to_the_digit() {
        var before = new Fact(QUANTITY.id(), Claim.of(FactValue.Amount.of(new BigDecimal("3.00001e24"))), List.of());
        var after = new Fact(QUANTITY.id(), Claim.of(FactValue.Amount.of(new BigDecimal("3.00002e24"))), List.of());
        PartChange value = COMPARISON.of(QUANTITY, before, after).getFirst();
        assertThat(Stretch.before(value.stretches())).isNotEqualTo(Stretch.after(value.stretches()));
    }

    @Test
    void a_figure_that_only_another_source_states_is_no_other_figure() {
        var before = new Fact(QUANTITY.id(), Claim.of(new FactValue.Amount(BigDecimal.TEN, null, null, null, "provider", null)), List.of());
        var after = new Fact(QUANTITY.id(), Claim.of(new FactValue.Amount(BigDecimal.TEN, null, null, null, "an index", "estimate")), List.of());
        assertThat(COMPARISON.of(QUANTITY, before, after)).extracting(PartChange::part).containsExactly("basis");
    }

    private static FactValue.Row row(Map<String, String> cells) {
        Map<String, FactValue> values = new LinkedHashMap<>();
        cells.forEach((column, text) -> values.put(column, new FactValue.Text(text)));
        return new FactValue.Row(values, null, null);
    }

    private static Map<String, String> keyed(String key) {
        Map<String, String> cells = new LinkedHashMap<>();
        TABLE.key().forEach(column -> cells.put(column, key));
        return cells;
    }

    private static Fact table(FactValue.Row... rows) {
        return new Fact(TABLE.id(), Claim.of(new FactValue.Rows(new ArrayList<>(List.of(rows)))), List.of());
    }

    @Test
    void the_rows_of_a_table_are_compared_by_the_key_of_the_vocabulary() {
        PartChange change = COMPARISON.of(TABLE, table(row(keyed("one")), row(keyed("two"))), table(row(keyed("two")), row(keyed("three")))).getFirst();
        assertThat(change.rows().kept()).isEqualTo(1);
        assertThat(change.rows().added()).isEqualTo(1);
        assertThat(change.rows().removed()).isEqualTo(1);
        assertThat(change.rows().changed()).isZero();
    }
}
