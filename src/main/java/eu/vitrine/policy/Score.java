package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interval of the share of the maker's duties that is shown, over all open answers, and the counts behind it.
 *
 * <p>Each duty that applies and is due counts surely; one that only may apply, may be due, or rests on an assumption counts
 * or not, whichever makes the interval wider. So an unknown resolved never widens it, and an assumption never narrows it.
 *
 * @param low least value in percent, rounded down; null when no duty is in play
 * @param high greatest value in percent, rounded up; null when no duty is in play
 * @param shown duties shown
 * @param notMet duties shown not to be met
 * @param open duties that apply and are due, and are not decided
 * @param undetermined duties of which it is not known whether they apply or are due
 */
public record Score(@Nullable Integer low, @Nullable Integer high, int shown, int notMet, int open, int undetermined) {

    /** Beyond this width, in points, an interval says too little to be shown as a number or sorted by. */
    private static final int WIDEST_HEADLINE = 50;

    /**
     * One duty in play.
     *
     * @param sure whether it surely counts
     * @param least least share shown, 0 to 1
     * @param most greatest share that may be shown, 0 to 1
     */
    record InPlay(double weight, boolean sure, double least, double most) {}

    /** How many duties are in play. */
    public int inPlay() {
        return shown + notMet + open + undetermined;
    }

    /** Whether the interval is narrow enough to be shown as a number and sorted by. */
    public boolean hasHeadline() {
        return low != null && high != null && high - low <= WIDEST_HEADLINE;
    }

    /** The counts as a sentence. */
    public String counts() {
        return shown + " of " + inPlay() + " shown, " + notMet + " shown not met, " + open + " open, " + undetermined + " undetermined";
    }

    /**
     * What the score needs of a duty.
     *
     * @param assumed whether an answer rests on an assumption
     * @param shown least share that counts as shown, 0 to 1
     * @param notFailed greatest share that may yet be shown, 0 to 1
     */
    record Judged(Answers answers, boolean assumed, double shown, double notFailed, double weight) {}

    static Score of(List<Judged> duties) {
        List<InPlay> inPlay = new ArrayList<>();
        int[] counts = new int[4];
        for (Judged duty : duties) {
            InPlay one = duty.weight() > 0 ? inPlay(duty) : null;
            if (one != null) {
                inPlay.add(one);
                counts[standing(duty)]++;
            }
        }
        @Nullable Integer low = inPlay.isEmpty() ? null : (int) Math.floor(extreme(inPlay, false) * 100 + 1e-9);
        @Nullable Integer high = inPlay.isEmpty() ? null : (int) Math.ceil(extreme(inPlay, true) * 100 - 1e-9);
        return new Score(low, high, counts[0], counts[1], counts[2], counts[3]);
    }

    private static int standing(Judged duty) {
        Answers answers = duty.answers();
        if (answers.applicability() == Answers.Applicability.CANNOT_DETERMINE || answers.due() == Answers.Due.UNKNOWN) {
            return 3;
        }
        if (duty.assumed()) {
            return 2;
        }
        return answers.evidence() == Answers.Evidence.MET && duty.shown() == 1.0 ? 0
                : answers.evidence() == Answers.Evidence.NOT_MET ? 1 : 2;
    }

    private static @Nullable InPlay inPlay(Judged duty) {
        Answers answers = duty.answers();
        boolean out = !answers.mayApply() || answers.due() == Answers.Due.NOT_YET_DUE;
        if (out && !duty.assumed()) {
            return null;
        }
        boolean sure = !duty.assumed() && answers.applicability() == Answers.Applicability.APPLIES && answers.due() == Answers.Due.DUE;
        return new InPlay(duty.weight(), sure, duty.assumed() ? 0 : duty.shown(), duty.notFailed());
    }

    /**
     * The least or greatest weighted mean over every choice of the duties that need not count. Taking them in from the
     * extreme inwards as long as the mean moves outwards is optimal, since a mean moves towards each value added.
     */
    static double extreme(List<InPlay> duties, boolean greatest) {
        double sum = 0;
        double weight = 0;
        List<double[]> optional = new ArrayList<>();
        for (InPlay duty : duties) {
            double value = greatest ? duty.most() : duty.least();
            if (duty.sure()) {
                sum += duty.weight() * value;
                weight += duty.weight();
            } else {
                optional.add(new double[] {value, duty.weight()});
            }
        }
        Comparator<double[]> byValue = Comparator.comparingDouble(pair -> pair[0]);
        optional.sort(greatest ? byValue.reversed() : byValue);
        for (double[] pair : optional) {
            boolean outwards = weight == 0 || (greatest ? pair[0] > sum / weight : pair[0] < sum / weight);
            if (outwards) {
                sum += pair[0] * pair[1];
                weight += pair[1];
            }
        }
        return sum / weight;
    }
}
