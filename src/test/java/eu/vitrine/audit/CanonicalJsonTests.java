package eu.vitrine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void keys_are_ordered_by_their_utf_16_units_whatever_the_map() {
        // From RFC 8785 section 3.2.3: the surrogate of an emoji sorts before U+FB33.
        var json = json(Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7));
        assertThat(json).isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void control_characters_are_escaped_in_the_shortest_form() {
        assertThat(json(Map.of("a", "\u000f\n\"\\/\u007f"))).isEqualTo("{\"a\":\"\\u000f\\n\\\"\\\\/\u007f\"}");
    }

    @Test
    void lists_keep_their_order_and_hold_no_spaces() {
        assertThat(json(Map.of("a", List.of(2, "b", true, Map.of())))).isEqualTo("{\"a\":[2,\"b\",true,{}]}");
    }

    @Test
    void a_fraction_is_refused_rather_than_rounded() {
        assertThatThrownBy(() -> json(Map.of("a", 0.1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Double");
    }

    @Test
    void a_number_json_cannot_hold_exactly_is_refused() {
        assertThatThrownBy(() -> json(Map.of("a", 1L << 53))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("9007199254740992");
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThatThrownBy(() -> json(Map.of("a", "x\ud83d"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String json(Map<String, ?> object) {
        return new String(CanonicalJson.bytes(object), StandardCharsets.UTF_8);
    }
}
