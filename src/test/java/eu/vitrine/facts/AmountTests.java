package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountTests {

    private static FactValue.Amount amount(String value, String min, String max) {
        return new FactValue.Amount(decimal(value), decimal(min), decimal(max), null, null, null);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void a_bare_number_is_its_own_interval() {
        FactValue.Amount bare = amount("7", null, null);
        assertThat(bare.low()).isEqualTo(7);
        assertThat(bare.high()).isEqualTo(7);
        assertThat(bare.statesInterval()).isFalse();
    }

    @Test
    void a_least_alone_is_open_upwards_and_a_most_alone_downwards() {
        assertThat(amount(null, "7", null).high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(amount(null, "7", null).low()).isEqualTo(7);
        assertThat(amount(null, null, "7").low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(amount(null, null, "7").high()).isEqualTo(7);
    }

    @Test
    void without_a_figure_the_middle_of_the_ends_stands_for_it() {
        assertThat(amount(null, "2", "4").point()).isEqualTo(3);
        assertThat(amount("3.5", "2", "4").point()).isEqualTo(3.5);
    }

    @Test
    void one_number_has_one_form() {
        assertThat(amount("2e25", null, null)).isEqualTo(amount("20e24", null, null));
        assertThat(amount("128000.0", null, null).value()).hasToString("128000");
        assertThat(amount("0.000", null, null).value()).hasToString("0");
    }
}
