package eu.vitrine.policy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts as conditions read them, by index; each is converted at most once. */
final class FactView {

    /** A row of a table, whose missing cells are unknown. */
    record RowCells(FactValue.Row row, FactDeclaration table, IdSet source) {}

    private final Vocabulary vocabulary;
    private final Facts facts;
    private final @Nullable Fact[] byIndex;
    private final @Nullable IdSet standIn;
    private final @Nullable Value[] values;

    /**
     * A view.
     *
     * @param standIn what to name instead of each fact as cause of an unknown, for facts of another record; null names the
     *     facts themselves
     */
    FactView(Vocabulary vocabulary, Facts facts, @Nullable IdSet standIn) {
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.standIn = standIn;
        this.byIndex = new Fact[vocabulary.size()];
        this.values = new Value[vocabulary.size()];
    }

    Fact fact(int index) {
        Fact fact = byIndex[index];
        if (fact == null) {
            fact = facts.get(vocabulary.facts().get(index).id());
            byIndex[index] = fact;
        }
        return fact;
    }

    private IdSet named(int index) {
        return standIn == null ? IdSet.of(index) : standIn;
    }

    /** The trace of an answer that reads a fact. */
    Trace reading(int index) {
        return marked(index, Trace.reading(named(index)));
    }

    /** The trace of an answer that is unknown because of a fact. */
    Trace unknown(int index) {
        return marked(index, Trace.unknown(named(index)));
    }

    /** Whoever reads a fact on which sources disagree carries the dispute on. */
    private Trace marked(int index, Trace trace) {
        return !fact(index).also().isEmpty() && fact(index).inConflict() ? trace.disputing(named(index)) : trace;
    }

    Value value(int index) {
        Value value = values[index];
        if (value == null) {
            value = read(index);
            values[index] = value;
        }
        return value;
    }

    private Value read(int index) {
        FactDeclaration declaration = vocabulary.facts().get(index);
        Claim claim = fact(index).claim();
        IdSet name = named(index);
        if (claim.state() == State.NONE
                && (declaration.type() == FactType.LIST || declaration.type() == FactType.TABLE)) {
            return new Value(new Value.Listing(List.of(), true, name), reading(index));
        }
        FactValue value = claim.value();
        if (value == null) {
            return Value.unknown(unknown(index));
        }
        return new Value(convert(value, declaration, claim.completeness() == Completeness.COMPLETE, name), reading(index));
    }

    private static Object convert(FactValue value, FactDeclaration declaration, boolean complete, IdSet name) {
        return switch (value) {
            case FactValue.Truth truth -> truth.value();
            case FactValue.Text text -> text.value();
            case FactValue.Date date -> days(date.day(), name);
            case FactValue.Amount amount -> range(amount, name);
            case FactValue.Items items -> new Value.Listing(List.copyOf(items.values()), complete, name);
            case FactValue.Rows rows -> {
                List<Object> cells = new ArrayList<>();
                rows.rows().forEach(row -> cells.add(new RowCells(row, declaration, name)));
                yield new Value.Listing(List.copyOf(cells), complete, name);
            }
        };
    }

    private static Value.Days days(Day day, IdSet name) {
        boolean exact = day.earliest().equals(day.latest());
        return new Value.Days(day.earliest().toEpochDay(), day.latest().toEpochDay(), exact ? IdSet.EMPTY : name);
    }

    private static Value.Range range(FactValue.Amount amount, IdSet name) {
        boolean exact = amount.low() == amount.high();
        return new Value.Range(amount.low(), amount.high(), amount.point(), amount.statesInterval(), exact ? IdSet.EMPTY : name);
    }

    /** The value of a cell; unknown when the row does not state it. */
    static Value cell(RowCells cells, String column) {
        FactValue value = cells.row().cell(column);
        return value == null
                ? Value.unknown(Trace.unknown(cells.source()))
                : new Value(convert(value, cells.table(), true, cells.source()), Trace.reading(cells.source()));
    }

    /**
     * Days from the search behind an absence, or from the last day on which the source of anything else was seen to say so, to a day. A claim without a
     * date counts as of that day, an absence without a search has no age.
     */
    Value age(int index, LocalDate asOf) {
        Claim claim = fact(index).claim();
        IdSet name = named(index);
        Day day = claim.state() == State.ABSENT
                ? claim.searched() == null ? null : claim.searched().on()
                : claim.seenOn() == null ? Day.of(asOf) : claim.seenOn();
        if (day == null || claim.state() == State.UNKNOWN) {
            return Value.unknown(unknown(index));
        }
        long youngest = asOf.toEpochDay() - day.latest().toEpochDay();
        long oldest = asOf.toEpochDay() - day.earliest().toEpochDay();
        return new Value(new Value.Range(youngest, oldest, youngest, false, youngest == oldest ? IdSet.EMPTY : name),
                reading(index));
    }

    /** The host that the source of the chosen claim stands on, in lower case; null where it has none. */
    @Nullable String sourceHost(int index) {
        String source = fact(index).claim().sourceUrl();
        return source == null ? null : host(source);
    }

    /** The host that an address stands on, in lower case. */
    static String host(String source) {
        int start = source.indexOf("://") + 3;
        int end = start;
        while (end < source.length() && "/?#:".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        return source.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** The currency of an amount of money; unknown where there is none. */
    Value currency(int index) {
        return fact(index).claim().value() instanceof FactValue.Amount amount && amount.unit() != null
                ? new Value(amount.unit(), reading(index))
                : Value.unknown(unknown(index));
    }

    /** The interval of the first other source that is named and is not the one of the chosen claim; unknown when there is none. */
    Value second(int index) {
        Fact fact = fact(index);
        IdSet name = named(index);
        if (fact.claim().value() instanceof FactValue.Amount mine && mine.by() != null) {
            for (Claim other : fact.also()) {
                if (other.value() instanceof FactValue.Amount theirs && theirs.by() != null && !theirs.by().equals(mine.by())) {
                    return new Value(range(theirs, name), reading(index));
                }
            }
        }
        return Value.unknown(unknown(index));
    }
}
