package eu.vitrine.policy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers that a fact is tried with: every one that a rule can tell from another. */
final class Candidates {

    /** Digits to which figures are tried just below and just above a line. */
    private static final int DIGITS = 3;
    /** Whole numbers up to here are tried one below and one above. */
    private static final double COUNTED = 1e6;

    /** Beyond here a figure in a condition asks whether anything is known, and nobody would state it. */
    private static final double LARGEST = 1e100;

    /**
     * An answer.
     *
     * @param words for people
     * @param ordered whether it lies between its neighbours, so that a row of them can be told by its ends
     */
    record Candidate(Fact fact, String words, boolean ordered) {}

    private final Lines lines;
    private final LocalDate asOf;
    private final String slug;

    Candidates(Lines lines, LocalDate asOf, String slug) {
        this.lines = lines;
        this.asOf = asOf;
        this.slug = slug;
    }

    /** What to try instead of what is recorded, in a stable order. */
    List<Candidate> of(FactDeclaration declaration, Fact now) {
        List<Candidate> all = new ArrayList<>();
        values(declaration, now, all);
        state(State.NONE, declaration, all);
        state(State.ABSENT, declaration, all);
        state(State.WITHHELD, declaration, all);
        state(State.UNKNOWN, declaration, all);
        all.removeIf(one -> one.fact().equals(now)
                || one.fact().state() == now.state() && one.fact().state() != State.VALUE && !now.inConflict() && one.fact().state() != State.ABSENT);
        if (now.inConflict()) {
            all.add(new Candidate(new Fact(now.id(), now.claim(), List.of()),
                    FactWords.of(declaration, now) + ", and no source disagrees", false));
        }
        return all;
    }

    private void values(FactDeclaration declaration, Fact now, List<Candidate> all) {
        switch (declaration.type()) {
            case BOOLEAN -> {
                value(new FactValue.Truth(true), declaration, all);
                value(new FactValue.Truth(false), declaration, all);
            }
            case CHOICE -> declaration.choices().keySet().forEach(code -> value(new FactValue.Text(code), declaration, all));
            case INTEGER, DECIMAL, QUANTITY, MONEY -> figures(declaration, now).forEach(number -> all.add(new Candidate(
                    fact(declaration, amount(number, declaration, now)), FactWords.of(declaration, Claim.of(amount(number, declaration, now))), true)));
            case DATE -> days(declaration).forEach(day -> all.add(
                    new Candidate(fact(declaration, new FactValue.Date(Day.of(day))), FactWords.date(day), true)));
            case TEXT, URL, COUNTRY, LANGUAGE, REFERENCE -> texts(declaration).forEach((text, words) ->
                    all.add(new Candidate(fact(declaration, new FactValue.Text(text)), words, false)));
            case LIST -> lists(declaration, now, all);
            case TABLE -> tables(declaration, now, all);
        }
    }

    private static void value(FactValue value, FactDeclaration declaration, List<Candidate> all) {
        all.add(new Candidate(fact(declaration, value), FactWords.of(declaration, Claim.of(value)), false));
    }

    private static Fact fact(FactDeclaration declaration, FactValue value) {
        return new Fact(declaration.id(), Claim.of(value), List.of());
    }

    private void state(State state, FactDeclaration declaration, List<Candidate> all) {
        Claim.Search search = state == State.ABSENT ? new Claim.Search(List.of(), Day.of(asOf), null) : null;
        Claim claim = new Claim(state, null, Completeness.NOT_KNOWN, null, null, null, search);
        all.add(new Candidate(new Fact(declaration.id(), claim, List.of()), FactWords.state(claim), false));
    }

    private static FactValue.Amount amount(BigDecimal number, FactDeclaration declaration, Fact now) {
        String currency = now.claim().value() instanceof FactValue.Amount amount ? amount.unit() : null;
        String unit = declaration.type() == FactType.MONEY ? currency == null ? "EUR" : currency : declaration.unit();
        return new FactValue.Amount(number, null, null, unit, null, null);
    }

    /** Just below, at and just above each line; one figure at all where there is no line. */
    private Set<BigDecimal> figures(FactDeclaration declaration, Fact now) {
        Set<BigDecimal> figures = new TreeSet<>();
        for (double line : lines.numbers(declaration.index())) {
            if (line >= 0 && line < LARGEST) {
                around(line, declaration.type() == FactType.INTEGER || line == Math.rint(line) && line < COUNTED, figures);
            }
        }
        if (figures.isEmpty() && now.claim().value() == null) {
            figures.add(BigDecimal.ONE);
        }
        figures.removeIf(figure -> figure.signum() < 0);
        return figures;
    }

    private static void around(double line, boolean whole, Set<BigDecimal> figures) {
        BigDecimal at = BigDecimal.valueOf(line);
        if (whole) {
            figures.add(at.setScale(0, RoundingMode.FLOOR).subtract(at.stripTrailingZeros().scale() > 0 ? BigDecimal.ZERO : BigDecimal.ONE));
            figures.add(at.setScale(0, RoundingMode.CEILING));
            figures.add(at.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            return;
        }
        BigDecimal below = at.round(new MathContext(DIGITS, RoundingMode.FLOOR));
        BigDecimal step = below.signum() == 0 ? BigDecimal.ONE : BigDecimal.ONE.movePointRight(below.precision() - below.scale() - DIGITS);
        if (below.compareTo(at) == 0) {
            figures.add(below.subtract(step).stripTrailingZeros());
            figures.add(below.stripTrailingZeros());
        } else {
            figures.add(below.stripTrailingZeros());
        }
        figures.add(below.add(step).stripTrailingZeros());
    }

    /** The day before, the day and the day after each line, and today. */
    private Set<LocalDate> days(FactDeclaration declaration) {
        Set<LocalDate> days = new TreeSet<>(Set.of(asOf));
        for (LocalDate line : lines.days(declaration.index())) {
            days.addAll(List.of(line.minusDays(1), line, line.plusDays(1)));
        }
        return days;
    }

    /** The texts that rules ask for, and one that none of them asks for. */
    private Map<String, String> texts(FactDeclaration declaration) {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> asked = lines.texts(declaration.index());
        asked.forEach(text -> texts.put(text, label(text, declaration.type())));
        if (declaration.type() == FactType.REFERENCE) {
            texts.put(slug, "this record itself");
        }
        String other = other(declaration.type(), asked);
        texts.put(other, switch (declaration.type()) {
            case URL -> "an address";
            case REFERENCE -> "another record";
            case COUNTRY -> "another country";
            default -> asked.isEmpty() ? "something is stated" : "something else";
        });
        return texts;
    }

    private String label(String text, FactType type) {
        return type == FactType.COUNTRY && !text.isEmpty() ? Codes.country(text) : lines.label(text);
    }

    private static String other(FactType type, Set<String> asked) {
        return switch (type) {
            case COUNTRY -> List.of("CH", "US", "ZZ").stream().filter(code -> !asked.contains(code)).findFirst().orElse("ZZ");
            case LANGUAGE -> asked.contains("mi") ? "la" : "mi";
            case URL -> "https://example.org/";
            case REFERENCE -> "another-record";
            default -> "stated";
        };
    }

    private void lists(FactDeclaration declaration, Fact now, List<Candidate> all) {
        FactType element = declaration.element() == null ? FactType.TEXT : declaration.element();
        Set<String> entries = new LinkedHashSet<>(declaration.choices().keySet());
        if (entries.isEmpty()) {
            entries.addAll(lines.texts(declaration.index()));
            entries.add(other(element, entries));
        }
        String other = other(element, lines.texts(declaration.index()));
        List<String> recorded = now.claim().value() instanceof FactValue.Items items ? items.values() : List.of();
        for (String entry : entries) {
            boolean in = recorded.contains(entry);
            List<String> changed = new ArrayList<>(recorded);
            if (in) {
                changed.remove(entry);
            } else {
                changed.add(entry);
            }
            String label = declaration.choices().containsKey(entry) ? declaration.choices().get(entry) : entry.equals(other) ? "something"
                    : label(entry, element);
            complete(declaration, new FactValue.Items(changed), recorded.isEmpty() ? label : in ? "without " + label : "with " + label + " as well", all);
        }
        if (!recorded.isEmpty()) {
            complete(declaration, new FactValue.Items(recorded), "as recorded, and complete", all);
        }
    }

    private static void complete(FactDeclaration declaration, FactValue value, String words, List<Candidate> all) {
        Claim claim = new Claim(State.VALUE, value, Completeness.COMPLETE, null, null, null, null);
        all.add(new Candidate(new Fact(declaration.id(), claim, List.of()), words, false));
    }

    /** One more row for each answer that a rule asks for, and every row that is asked for with the same answer. */
    private void tables(FactDeclaration declaration, Fact now, List<Candidate> all) {
        List<FactValue.Row> recorded = now.claim().value() instanceof FactValue.Rows rows ? rows.rows() : List.of();
        String key = declaration.key().isEmpty() ? null : declaration.key().getFirst();
        for (FactDeclaration.Column column : declaration.columns()) {
            for (String asked : answers(declaration, column)) {
                String words = FactWords.cell(column, cell(column, asked));
                if (!column.name().equals(key)) {
                    List<FactValue.Row> more = new ArrayList<>(recorded);
                    more.add(new FactValue.Row(Map.of(column.name(), cell(column, asked)), null, null));
                    complete(declaration, new FactValue.Rows(more), "an entry with “" + column.label() + "”: " + words, all);
                    everyRow(declaration, key, column, asked, words, all);
                }
            }
        }
    }

    private Set<String> answers(FactDeclaration declaration, FactDeclaration.Column column) {
        Set<String> asked = new LinkedHashSet<>(lines.cells(declaration.index(), column.name()));
        if (column.type() == FactType.BOOLEAN) {
            asked.addAll(List.of("true", "false"));
        }
        return asked;
    }

    private void everyRow(FactDeclaration declaration, @Nullable String key, FactDeclaration.Column column, String asked, String words,
            List<Candidate> all) {
        Set<String> names = key == null ? Set.of() : lines.cells(declaration.index(), key);
        if (names.size() > 1) {
            List<FactValue.Row> rows = new ArrayList<>();
            names.forEach(name -> rows.add(new FactValue.Row(
                    Map.of(java.util.Objects.requireNonNull(key), new FactValue.Text(name), column.name(), cell(column, asked)), null, null)));
            complete(declaration, new FactValue.Rows(rows), "every entry with “" + column.label() + "”: " + words, all);
        }
    }

    private static FactValue cell(FactDeclaration.Column column, String asked) {
        return column.type() == FactType.BOOLEAN ? new FactValue.Truth(asked.equals("true")) : new FactValue.Text(asked);
    }
}
