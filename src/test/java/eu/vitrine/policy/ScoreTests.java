package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoreTests {

    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @Provide
    Arbitrary<List<Score.InPlay>> duties() {
        Arbitrary<Double> shares = Arbitraries.of(0.0, 0.25, 0.5, 0.75, 1.0);
        Arbitrary<Score.InPlay> duty = Combinators.combine(
                        Arbitraries.of(0.5, 1.0, 2.0), Arbitraries.of(true, false), shares, shares)
                .as((weight, sure, one, other) -> new Score.InPlay(weight, sure, Math.min(one, other), Math.max(one, other)));
        return duty.list().ofMinSize(1).ofMaxSize(8);
    }

    @Property
    void the_interval_is_the_least_and_greatest_mean_over_every_choice_of_duties(@ForAll("duties") List<Score.InPlay> duties) {
        assertThat(Score.extreme(duties, false)).isCloseTo(bySearch(duties, false), EXACTLY);
        assertThat(Score.extreme(duties, true)).isCloseTo(bySearch(duties, true), EXACTLY);
    }

    @Property
    void a_duty_newly_shown_never_lowers_the_least_value(@ForAll("duties") List<Score.InPlay> duties, @ForAll @IntRange(max = 7) int which) {
        int index = which % duties.size();
        Score.InPlay before = duties.get(index);
        List<Score.InPlay> after = with(duties, index, new Score.InPlay(before.weight(), before.sure(), 1, 1));

        assertThat(Score.extreme(after, false)).isGreaterThanOrEqualTo(Score.extreme(duties, false) - 1e-9);
    }

    @Property
    void an_unknown_resolved_never_widens_the_interval(@ForAll("duties") List<Score.InPlay> duties,
            @ForAll @IntRange(max = 7) int which, @ForAll boolean counts, @ForAll @IntRange(max = 4) int quarter) {
        int index = which % duties.size();
        Score.InPlay before = duties.get(index);
        double share = Math.clamp(quarter / 4.0, before.least(), before.most());
        List<Score.InPlay> after = new ArrayList<>(duties);
        if (before.sure() || counts) {
            after.set(index, new Score.InPlay(before.weight(), true, share, share));
        } else {
            after.remove(index);
        }
        if (!after.isEmpty()) {
            assertThat(Score.extreme(after, false)).isGreaterThanOrEqualTo(Score.extreme(duties, false) - 1e-9);
            assertThat(Score.extreme(after, true)).isLessThanOrEqualTo(Score.extreme(duties, true) + 1e-9);
        }
    }

    @Property
    void an_assumption_never_narrows_the_interval(@ForAll("duties") List<Score.InPlay> duties, @ForAll @IntRange(max = 7) int which) {
        int index = which % duties.size();
        Score.InPlay sure = duties.get(index);
        List<Score.InPlay> assumed = with(duties, index, new Score.InPlay(sure.weight(), false, 0, sure.most()));

        assertThat(Score.extreme(assumed, false)).isLessThanOrEqualTo(Score.extreme(duties, false) + 1e-9);
        assertThat(Score.extreme(assumed, true)).isGreaterThanOrEqualTo(Score.extreme(duties, true) - 1e-9);
    }

    @Test
    void two_duties_shown_and_one_not_met_give_two_thirds_rounded_outwards() {
        List<Score.InPlay> duties = List.of(sure(1, 1), sure(1, 1), sure(0, 0));

        assertThat(Math.floor(Score.extreme(duties, false) * 100)).isEqualTo(66);
        assertThat(Math.ceil(Score.extreme(duties, true) * 100)).isEqualTo(67);
    }

    @Test
    void no_duty_in_play_gives_no_number() {
        Score score = Score.of(List.of());

        assertThat(score.low()).isNull();
        assertThat(score.high()).isNull();
        assertThat(score.hasHeadline()).isFalse();
        assertThat(score.counts()).isEqualTo("0 of 0 shown, 0 shown not met, 0 open, 0 undetermined");
    }

    @Test
    void an_interval_wider_than_fifty_points_is_no_headline() {
        assertThat(new Score(25, 75, 1, 0, 2, 0).hasHeadline()).isTrue();
        assertThat(new Score(24, 75, 1, 0, 2, 0).hasHeadline()).isFalse();
    }

    private static Score.InPlay sure(double least, double most) {
        return new Score.InPlay(1, true, least, most);
    }

    private static List<Score.InPlay> with(List<Score.InPlay> duties, int index, Score.InPlay other) {
        List<Score.InPlay> changed = new ArrayList<>(duties);
        changed.set(index, other);
        return changed;
    }

    /** Tries every subset of the duties that need not count. */
    private static double bySearch(List<Score.InPlay> duties, boolean greatest) {
        List<Score.InPlay> optional = duties.stream().filter(duty -> !duty.sure()).toList();
        double best = greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << optional.size(); subset++) {
            double sum = 0;
            double weight = 0;
            for (Score.InPlay duty : duties) {
                int bit = optional.indexOf(duty);
                boolean counts = duty.sure();
                for (int i = 0; i < optional.size(); i++) {
                    counts |= optional.get(i) == duty && (subset & 1 << i) != 0;
                }
                if (counts) {
                    assertThat(duty.sure() || bit >= 0).isTrue();
                    sum += duty.weight() * (greatest ? duty.most() : duty.least());
                    weight += duty.weight();
                }
            }
            if (weight > 0) {
                best = greatest ? Math.max(best, sum / weight) : Math.min(best, sum / weight);
            }
        }
        return best;
    }
}
