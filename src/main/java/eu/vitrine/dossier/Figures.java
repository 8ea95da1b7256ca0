package eu.vitrine.dossier;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Draws what pages and dossiers show alike. Pure: the same arguments give the same text. */
public final class Figures {

    private static final Texts TEXTS = Texts.english();

    private Figures() {}

    /**
     * Training compute on a logarithmic axis, every figure with the interval that it is read with, against the lines that the
     * policy set holds as data of the law on the day of the evaluation.
     *
     * @return empty when no figure at all is known
     */
    public static Optional<Figure> compute(Subject subject, Evaluation evaluation, PolicySet policySet) {
        return new ComputeFigure(TEXTS, policySet, evaluation.asOf()).draw(subject);
    }

    /**
     * When the duties of the maker that count in the score fall due and become enforceable, with the day of the evaluation
     * marked; days that rest on an assumption are drawn hollow.
     *
     * @return empty when none of them has a day
     */
    public static Optional<Figure> timeline(Evaluation evaluation, PolicySet policySet) {
        return new TimelineFigure(TEXTS).draw(evaluation,
                finding -> finding.family() == Family.DUTY && policySet.counts(finding.policy()));
    }

    /**
     * The same of our own duties.
     *
     * @return empty when no duty of ours has a day
     */
    public static Optional<Figure> ourTimeline(Evaluation evaluation) {
        return new TimelineFigure(TEXTS).draw(evaluation, finding -> finding.family() == Family.OUR_DUTY);
    }

    /**
     * What happens on a day.
     *
     * @param due whether duties fall due, else they can be enforced from then on
     * @param count how many
     * @param firm how many of them surely, without an assumption
     */
    public record Moment(LocalDate day, boolean due, int count, int firm) {}

    /**
     * The same over moments that were counted already.
     *
     * @param asOf day to mark on the line
     * @return empty when there is no moment
     */
    public static Optional<Figure> timeline(List<Moment> moments, LocalDate asOf) {
        return new TimelineFigure(TEXTS).draw(moments, asOf);
    }

    /**
     * The duties in play, one mark each, and the interval of the score where it is narrow enough to say something.
     *
     * @return empty when no duty is in play
     */
    public static Optional<Figure> score(Evaluation evaluation) {
        return new ScoreFigure(TEXTS).draw(evaluation);
    }
}
