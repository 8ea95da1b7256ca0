package eu.vitrine.policy;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The situations of the cases of one policy, with some of the facts it reads drawn anew: on the lines of the law and beside them. */
final class NearbySubjects {

    private static final int MONTHS_AT_MOST = 120;
    private static final int FACTS_AT_MOST = 4;
    private static final int FACTS_IN_FOCUS_AT_MOST = 5;
    private static final int FIGURES_TO_COMBINE = 12;

    private final RandomSubjects random;
    private final List<CaseFile.Case> cases;
    private final List<FactDeclaration> facts;
    private final List<FactDeclaration> focus = new ArrayList<>();
    private final List<Double> numbers;
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final List<Integer> counts = new ArrayList<>();

    /**
     * Situations.
     *
     * @param near an expression whose facts are drawn anew more often than others, or null
     */
    NearbySubjects(SetParts parts, Resting resting, Policy policy, List<CaseFile.Case> cases, @Nullable Expr near, long seed) {
        this.random = new RandomSubjects(parts.from(), seed);
        this.cases = cases;
        this.facts = resting.facts(policy);
        if (near != null) {
            near.walk(expr -> {
                if (expr instanceof Expr.FactRef(Expr.Of of, int index)) {
                    focus.add(parts.from().vocabulary().facts().get(index));
                }
            });
        }
        Set<Double> figures = new LinkedHashSet<>();
        resting.figures(policy).forEach(datum -> datum.versions().forEach(version -> value(datum, version.value(), figures)));
        resting.walk(policy, expr -> {
            if (expr instanceof Expr.Constant(Double number)) {
                figures.add(number);
                counts.add(number.intValue());
            } else if (expr instanceof Expr.Constant(Long day)) {
                dates.add(LocalDate.ofEpochDay(day));
            }
        });
        this.numbers = List.copyOf(combined(figures));
    }

    private void value(LawDatum datum, Object value, Collection<Double> figures) {
        if (value instanceof Double number) {
            figures.add(number);
            if (datum.type() == LawDatum.Type.COUNT) {
                counts.add(number.intValue());
            }
        } else if (value instanceof LocalDate day) {
            dates.add(day);
        }
    }

    /** The figures and what they make when one scales another, with their neighbours. */
    private static Set<Double> combined(Set<Double> figures) {
        Set<Double> all = new LinkedHashSet<>();
        for (double one : figures) {
            add(one, all);
            for (double other : figures.size() > FIGURES_TO_COMBINE ? Set.<Double>of() : figures) {
                add(one * other, all);
                add(one / other, all);
            }
        }
        return all;
    }

    private static void add(double number, Set<Double> all) {
        if (Double.isFinite(number) && number >= 0) {
            all.add(number);
            ExprMutants.near(number).stream().filter(near -> near >= 0).forEach(all::add);
        }
    }

    Situation next() {
        CaseFile.Case base = random.one(cases);
        LocalDate asOf = day(base.asOf());
        random.aimAt(days(asOf), numbers);
        List<Fact> drawn = new ArrayList<>();
        for (int i = facts.isEmpty() ? 0 : random.number(FACTS_AT_MOST); i > 0; i--) {
            drawn.add(random.fact(random.one(facts)));
        }
        for (int i = focus.isEmpty() || random.number(2) == 0 ? 0 : random.number(FACTS_IN_FOCUS_AT_MOST); i > 0; i--) {
            drawn.add(random.fact(random.one(focus)));
        }
        Facts root = base.subject().lifecycle();
        if (root != null && random.number(4) == 0) {
            root = root.and(Facts.of(List.of(random.fact(random.one(facts)))));
        }
        return new Situation(base, asOf, List.copyOf(Facts.of(drawn).all()), root);
    }

    private LocalDate day(LocalDate given) {
        if (random.number(3) > 0 || dates.isEmpty()) {
            return given.plusDays(random.number(5) == 0 ? random.number(3) - 1 : 0);
        }
        return random.one(List.copyOf(dates)).plusDays(random.number(3) - 1);
    }

    private List<LocalDate> days(LocalDate asOf) {
        List<LocalDate> lines = new ArrayList<>(dates);
        lines.add(asOf);
        for (int count : counts) {
            lines.add(asOf.minusDays(count));
            if (Math.abs(count) <= MONTHS_AT_MOST) {
                lines.add(asOf.minusMonths(count));
            }
        }
        List<LocalDate> all = new ArrayList<>();
        lines.forEach(day -> all.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return all.stream().filter(day -> day.getYear() >= 1900 && day.getYear() < 2200).toList();
    }
}
