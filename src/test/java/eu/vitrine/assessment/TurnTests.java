package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class TurnTests {

    private static Said outcome(Outcome outcome) {
        return new Said(null, null, outcome.name(), "APPLIES", null, null, null, null, null, null, null);
    }

    private static Turn turn(@Nullable Said before, @Nullable Said after) {
        return new Deviation(Deviation.About.FINDING, "AIA-53-1-d", "T", before, after).turn();
    }

    @ParameterizedTest
    @CsvSource({"MET,NOT_MET,WORSE", "NOT_MET,PARTLY_MET,BETTER", "NO_EVIDENCE,MET,BETTER", "CANNOT_DETERMINE,NO_EVIDENCE,WORSE", "CANNOT_DETERMINE,NOT_YET_DUE,OTHERWISE",
        "EXEMPT,CANNOT_DETERMINE,WORSE", "MET,NOT_APPLICABLE,OTHERWISE", "NOT_MET,NOT_MET,OTHERWISE"})
    void an_outcome_moves_by_the_order_that_the_page_names(Outcome before, Outcome after, Turn expected) {
        assertThat(turn(outcome(before), outcome(after))).isEqualTo(expected);
    }

    @Property
    void what_got_worse_got_better_the_other_way_round(@ForAll Outcome one, @ForAll Outcome other) {
        Turn there = turn(outcome(one), outcome(other));
        Turn back = turn(outcome(other), outcome(one));
        assertThat(back).isEqualTo(there == Turn.WORSE ? Turn.BETTER : there == Turn.BETTER ? Turn.WORSE : Turn.OTHERWISE);
    }

    @Property
    void an_unknown_is_never_better_than_what_is_shown_or_does_not_apply(@ForAll Outcome settled) {
        if (settled == Outcome.MET || settled == Outcome.EXEMPT || settled == Outcome.NOT_APPLICABLE) {
            assertThat(turn(outcome(settled), outcome(Outcome.CANNOT_DETERMINE))).isEqualTo(Turn.WORSE);
        }
    }

    @Test
    void a_right_that_is_no_longer_granted_is_worse_and_a_policy_of_one_set_alone_is_neither() {
        assertThat(turn(Said.value("GRANTED"), Said.value("NOT_GRANTED"))).isEqualTo(Turn.WORSE);
        assertThat(turn(Said.value("OPEN"), Said.value(null))).isEqualTo(Turn.BETTER);
        assertThat(turn(null, Said.value("NOT_GRANTED"))).isEqualTo(Turn.OTHERWISE);
    }
}
