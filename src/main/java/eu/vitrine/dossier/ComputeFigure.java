package eu.vitrine.dossier;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Training compute against the lines of the law: names on the left, intervals on a logarithmic axis on the right. */
final class ComputeFigure {

    private static final double LEFT = 214;
    private static final double RIGHT = Canvas.WIDTH - 16;
    private static final double ROW = 36;
    private static final double TOP = 42;
    /** Bases that are read as the provider's own figure. */
    private static final List<String> OWN = List.of("provider_stated", "notified");
    private static final String PROVIDER = "provider";

    private final Texts texts;
    private final LawLines law;
    private double lowest;
    private double highest;

    /**
     * One figure as it is read.
     *
     * @param figure what it says and who says it
     * @param range the interval with which it is read, in words
     * @param chosen whether the rules read it
     */
    private record Bar(double low, double point, double high, String figure, String range, boolean chosen) {}

    /** A vertical line of the law. */
    private record Bound(double at, String label) {}

    ComputeFigure(Texts texts, PolicySet policySet, LocalDate day) {
        this.texts = texts;
        this.law = new LawLines(policySet, day);
    }

    Optional<Figure> draw(Subject subject) {
        List<Bar> bars = bars(subject);
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        List<Bound> bounds = bounds();
        scale(bars, bounds);
        double base = TOP + ROW * bars.size();
        Canvas canvas = new Canvas();
        axis(canvas, base);
        StringBuilder words = new StringBuilder(texts.of("compute.alternative"));
        for (int i = 0; i < bounds.size(); i++) {
            Bound bound = bounds.get(i);
            line(canvas, bound, 12 + 15 * (bounds.size() - 1 - i), base);
            words.append(' ').append(texts.of("compute.bound", "label", bound.label(), "number", FactWords.number(bound.at())));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            bar(canvas, bar, TOP + ROW * i + ROW / 2 - 2);
            words.append(' ').append(texts.of(bar.chosen() ? "compute.chosen" : "compute.other", "figure", bar.figure(),
                    "range", bar.range()));
        }
        return Optional.of(canvas.figure(base + 22, words.toString()));
    }

    private List<Bar> bars(Subject subject) {
        List<Bar> bars = new ArrayList<>();
        boolean own = subject.facts().get(Names.COMPUTE_BASIS).claim().value() instanceof FactValue.Text basis
                && OWN.contains(basis.value());
        for (String id : List.of(Names.COMPUTE, Names.CUMULATIVE)) {
            Fact fact = subject.facts().get(id);
            add(bars, id, fact.claim(), own, true);
            for (Claim other : fact.also()) {
                boolean providers = other.value() instanceof FactValue.Amount amount && PROVIDER.equals(amount.by());
                add(bars, id, other, providers, false);
            }
        }
        return bars;
    }

    private void add(List<Bar> bars, String id, Claim claim, boolean own, boolean chosen) {
        if (!(claim.value() instanceof FactValue.Amount amount) || !(amount.point() > 0)) {
            return;
        }
        double low = amount.low();
        double high = amount.high();
        if (!amount.statesInterval()) {
            low *= law.number(own ? LawLines.OWN_LOW : LawLines.OTHER_LOW).orElse(1);
            high *= law.number(own ? LawLines.OWN_HIGH : LawLines.OTHER_HIGH).orElse(1);
        }
        String number = FactWords.number(amount.point());
        String by = amount.by() == null ? texts.of("compute.by.unnamed") : amount.by();
        String figure = texts.of(id.equals(Names.CUMULATIVE) ? "compute.cumulative" : "compute.figure", "number", number, "by", by);
        String range = Double.isInfinite(high) ? texts.of("compute.atleast") : Double.isInfinite(low) ? texts.of("compute.atmost")
                : texts.of("compute.range", "low", FactWords.number(low), "high", FactWords.number(high));
        bars.add(new Bar(low, amount.point(), high, figure, range, chosen));
    }

    private List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        law.number(LawLines.INDICATOR).ifPresent(at -> bounds.add(new Bound(at, texts.of("compute.indicator"))));
        law.number(LawLines.PRESUMPTION).ifPresent(at -> bounds.add(new Bound(at, texts.of("compute.presumption"))));
        return bounds;
    }

    private void scale(List<Bar> bars, List<Bound> bounds) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Bar bar : bars) {
            least = Math.min(least, bar.low() > 0 ? bar.low() : bar.point());
            most = Math.max(most, Double.isInfinite(bar.high()) ? bar.point() : bar.high());
        }
        for (Bound bound : bounds) {
            least = Math.min(least, bound.at());
            most = Math.max(most, bound.at());
        }
        lowest = Math.floor(Math.log10(least) - 0.2);
        highest = Math.ceil(Math.log10(most) + 0.2);
    }

    private double x(double value) {
        double at = value <= 0 ? lowest : Double.isInfinite(value) ? highest : Math.log10(value);
        return LEFT + (RIGHT - LEFT) * (at - lowest) / (highest - lowest);
    }

    private void axis(Canvas canvas, double base) {
        canvas.line(LEFT, base, RIGHT, base, Canvas.QUIET, 0.9, false);
        for (int power = (int) lowest; power <= (int) highest; power++) {
            double at = x(Math.pow(10, power));
            canvas.line(at, base, at, base + 4, Canvas.QUIET, 0.9, false);
            canvas.text(at, base + 18, FactWords.number(Math.pow(10, power)), Canvas.Anchor.MIDDLE, false, true);
        }
    }

    /** The lower line begins below the label of the higher one, and each label stands left of its line, so that none is crossed. */
    private void line(Canvas canvas, Bound bound, double labelAt, double base) {
        double at = x(bound.at());
        canvas.line(at, labelAt - 9, at, base, Canvas.BAD, 1.1, true);
        canvas.text(at - 6, labelAt, bound.label(), Canvas.Anchor.END, false, false);
    }

    private void bar(Canvas canvas, Bar bar, double y) {
        canvas.text(0, y - 2, bar.figure(), Canvas.Anchor.START, bar.chosen(), false);
        canvas.text(0, y + 12, bar.range(), Canvas.Anchor.START, false, true);
        canvas.line(x(bar.low()), y, x(bar.high()), y, Canvas.OPEN, bar.chosen() ? 5 : 2.4, false);
        for (double end : new double[] {bar.low(), bar.high()}) {
            if (end > 0 && !Double.isInfinite(end)) {
                canvas.line(x(end), y - 5, x(end), y + 5, Canvas.OPEN, 1.6, false);
            }
        }
        canvas.circle(x(bar.point()), y, bar.chosen() ? 5 : 4, bar.chosen() ? Canvas.ACCENT : Canvas.NONE, Canvas.ACCENT, 1.8);
    }
}
