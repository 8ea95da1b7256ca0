package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTests {

    private static Claim text(String value) {
        return Claim.of(new FactValue.Text(value));
    }

    private static Claim number(String value, String min, String max) {
        return Claim.of(new FactValue.Amount(decimal(value), decimal(min), decimal(max), null, null, null));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Claim date(String text) {
        return Claim.of(new FactValue.Date(Day.parse(text).orElseThrow()));
    }

    private static Claim items(String... values) {
        return Claim.of(new FactValue.Items(List.of(values)));
    }

    private static Claim in(State state) {
        return new Claim(state, null, Completeness.NOT_KNOWN, null, null, null, null);
    }

    private static boolean conflict(Claim chosen, Claim other) {
        return new Fact("model.x", chosen, List.of(other)).inConflict();
    }

    @Test
    void another_value_is_a_conflict() {
        assertThat(conflict(text("open"), text("closed"))).isTrue();
        assertThat(conflict(text("open"), text("open"))).isFalse();
    }

    @Test
    void an_absence_or_refusal_beside_a_value_is_a_conflict() {
        assertThat(conflict(text("open"), in(State.ABSENT))).isTrue();
        assertThat(conflict(text("open"), in(State.WITHHELD))).isTrue();
        assertThat(conflict(text("open"), in(State.NONE))).isTrue();
    }

    @Test
    void a_source_with_neither_value_nor_absence_is_only_a_note() {
        assertThat(conflict(text("open"), in(State.UNKNOWN))).isFalse();
        assertThat(conflict(text("open"), in(State.NOT_APPLICABLE))).isFalse();
    }

    @Test
    void a_value_beside_an_unknown_is_a_conflict_until_it_is_chosen() {
        assertThat(conflict(in(State.UNKNOWN), text("open"))).isTrue();
    }

    @Test
    void numbers_conflict_only_when_their_intervals_have_nothing_in_common() {
        assertThat(conflict(number("3.5e24", null, null), number("4e24", "1e24", "1e25"))).isFalse();
        assertThat(conflict(number("3.5e24", null, null), number("4e24", null, null))).isTrue();
        assertThat(conflict(number("4e24", null, null), number("3.5e24", null, null))).isTrue();
        assertThat(conflict(number(null, "1e25", null), number("2e25", null, null))).isFalse();
        assertThat(conflict(number(null, null, "1e25"), number("2e25", null, null))).isTrue();
    }

    @Test
    void the_same_number_written_otherwise_is_no_conflict() {
        assertThat(conflict(number("2e25", null, null), number("20e24", null, null))).isFalse();
    }

    @Test
    void a_year_does_not_contradict_a_day_in_it() {
        assertThat(conflict(date("2025"), date("2025-03-01"))).isFalse();
        assertThat(conflict(date("2025-02"), date("2025-03-01"))).isTrue();
        assertThat(conflict(date("2025-03-01"), date("2025-02"))).isTrue();
    }

    @Test
    void the_order_of_a_list_is_no_conflict() {
        assertThat(conflict(items("text", "image"), items("image", "text"))).isFalse();
        assertThat(conflict(items("text", "image"), items("text"))).isTrue();
    }

    @Test
    void a_claim_has_a_value_exactly_when_its_state_says_so() {
        assertThatThrownBy(() -> new Claim(State.NONE, new FactValue.Truth(true), Completeness.NOT_KNOWN, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> in(State.VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_claim_is_as_fresh_as_the_last_day_its_source_was_seen() {
        Claim dated = new Claim(State.VALUE, new FactValue.Truth(true), Completeness.NOT_KNOWN, null, Day.parse("2026-02").orElseThrow(), null, null);
        assertThat(dated.seenOn()).isEqualTo(Day.parse("2026-02").orElseThrow());
        assertThat(dated.checked(Day.parse("2026-03-01").orElseThrow()).seenOn()).isEqualTo(Day.parse("2026-03-01").orElseThrow());
        assertThat(dated.checked(Day.parse("2026-02-27").orElseThrow()).seenOn()).isEqualTo(Day.parse("2026-02").orElseThrow());
        assertThat(Claim.unknown().seenOn()).isNull();
    }

    @Test
    void evidence_is_named_by_a_whole_sha_256() {
        assertThatThrownBy(() -> Claim.unknown().with(java.util.List.of("abc"))).hasMessageContaining("64 lower-case hexadecimal digits");
        assertThat(Claim.unknown().with(java.util.List.of("0a".repeat(32))).evidence()).hasSize(1);
    }
}
