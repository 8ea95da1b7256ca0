package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All records of one kind, the orders they were asked in, and which of them fit each condition that was asked; read out of the
 * index when first asked, and afterwards only for records that changed. Guarded by its own monitor; what it gives out is a copy or
 * never changes.
 */
final class HeldList {

    /** Conditions kept; of a hundred thousand records each takes 13 kB. */
    private static final int CONDITIONS = 400;
    private static final String AMONG = " AND a.record_id = ANY(:among)";

    private final Kind kind;
    private final JdbcClient jdbc;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    /** By number; one that is gone stays, and is not present. */
    private Held[] records = new Held[0];
    private BitSet present = new BitSet();
    private final Map<String, Ordered> orders = new HashMap<>();
    private final Map<Atom, Fit> fits = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Atom, Fit> eldest) {
            return size() > CONDITIONS;
        }
    };
    private long tick = Long.MIN_VALUE;

    /** Something read out of the index, and the numbers of records for which it must be read again. */
    private static final class Ordered {
        private HeldOrder order = HeldOrder.EMPTY;
        private final BitSet stale = new BitSet();
    }

    private static final class Fit {
        private final BitSet records = new BitSet();
        private final BitSet stale = new BitSet();
    }

    /**
     * A condition that one statement answers.
     *
     * @param sql gives the records that fit, possibly more than once, out of the table {@code a}; ends with a condition
     */
    record Atom(String sql, Map<String, Object> parameters) {}

    HeldList(Kind kind, JdbcClient jdbc) {
        this.kind = kind;
        this.jdbc = jdbc;
    }

    /** Takes over what the current transaction sees and this list does not know yet. */
    synchronized void follow(ListClock clock) {
        long now = clock.now(); // first: what is read from here on is of this tick or later, and a later one is read again
        if (now <= tick) {
            return;
        }
        Optional<Set<UUID>> changed = tick == Long.MIN_VALUE ? Optional.empty() : clock.between(tick, now);
        if (changed.isPresent()) {
            take(changed.get());
        } else {
            readAll();
        }
        tick = now;
    }

    private void readAll() {
        var lines = lines("", List.of());
        numbers.clear();
        orders.clear();
        fits.clear();
        records = new Held[lines.size()];
        present = new BitSet();
        lines.forEach(this::put);
    }

    private void take(Set<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var lines = lines(AMONG, changed);
        int next = numbers.size();
        for (Line line : lines) {
            if (!numbers.containsKey(line.id())) {
                next++;
            }
        }
        records = Arrays.copyOf(records, next);
        present = (BitSet) present.clone();
        var stale = new BitSet();
        changed.stream().map(numbers::get).filter(number -> number != null).forEach(stale::set);
        present.andNot(stale);
        lines.forEach(line -> stale.set(put(line)));
        orders.values().forEach(order -> order.stale.or(stale));
        fits.values().forEach(fit -> fit.stale.or(stale));
    }

    private record Line(UUID id, String slug, String name, String sortName, long micros, @Nullable String unit) {}

    private int put(Line line) {
        int number = numbers.computeIfAbsent(line.id(), id -> numbers.size());
        records[number] = new Held(number, line.id(), line.slug(), line.name(), line.sortName(), line.micros(), line.unit());
        present.set(number);
        return number;
    }

    private List<Line> lines(String among, Collection<UUID> ids) {
        return jdbc.sql("SELECT a.record_id, a.slug, a.name, a.sort_name, a.changed_at, a.unit FROM registry_line a WHERE a.kind = :kind" + among)
                .param("kind", kind.name()).param("among", new Identities(ids)).query(HeldList::line).list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getObject("record_id", UUID.class), row.getString("slug"), row.getString("name"), row.getString("sort_name"),
                row.getLong("changed_at"), row.getString("unit"));
    }

    /** Which records there are, by number. */
    synchronized BitSet all() {
        return (BitSet) present.clone();
    }

    /** The records by number; those that are not in {@link #all()} are gone. */
    synchronized Held[] records() {
        return records;
    }

    /** Which records fit, by number. */
    synchronized BitSet fitting(Atom atom) {
        Fit fit = fits.get(atom);
        if (fit == null || fit.stale.cardinality() > ListClock.FEW) {
            fit = new Fit();
            set(fit, ids(atom, "", List.of()));
            fits.put(atom, fit);
        } else if (!fit.stale.isEmpty()) {
            var found = ids(atom, AMONG, stale(fit.stale));
            fit.records.andNot(fit.stale);
            set(fit, found);
            fit.stale.clear();
        }
        return (BitSet) fit.records.clone();
    }

    /** A record that the index has and this list has not yet was saved a moment ago: the next tick brings it. */
    private void set(Fit fit, List<UUID> found) {
        found.stream().map(numbers::get).filter(number -> number != null).forEach(fit.records::set);
    }

    private List<UUID> ids(Atom atom, String among, Collection<UUID> ids) {
        return jdbc.sql(atom.sql() + among).params(atom.parameters()).param("among", new Identities(ids)).query(UUID.class).list();
    }

    private List<UUID> stale(BitSet stale) {
        return stale.stream().mapToObj(number -> records[number].id()).toList();
    }

    /**
     * All records in order, ascending.
     *
     * @param by as {@link ListOrder#by()}
     */
    synchronized HeldOrder order(String by) {
        Ordered ordered = orders.get(by);
        if (ordered == null || ordered.stale.cardinality() > ListClock.FEW) {
            ordered = new Ordered();
            ordered.order = HeldOrder.EMPTY.with(keys(by, null, null), new BitSet(), present.stream().mapToObj(number -> records[number]).toArray(Held[]::new));
            orders.put(by, ordered);
        } else if (!ordered.stale.isEmpty()) {
            ordered.order = ordered.order.with(keys(by, ordered.order.keys(), ordered.stale), ordered.stale,
                    ordered.stale.stream().filter(present::get).mapToObj(number -> records[number]).toArray(Held[]::new));
            ordered.stale.clear();
        }
        return ordered.order;
    }

    private double @Nullable [] keys(String by, double @Nullable [] before, @Nullable BitSet stale) {
        return switch (by) {
            case ListOrder.NAME -> null;
            case ListOrder.CHANGED -> Arrays.stream(records).mapToDouble(Held::micros).toArray();
            default -> figures(by, before, stale);
        };
    }

    private double[] figures(String fact, double @Nullable [] before, @Nullable BitSet stale) {
        double[] keys = before == null ? new double[records.length] : Arrays.copyOf(before, records.length);
        if (stale == null) {
            Arrays.fill(keys, Double.NaN);
        } else {
            stale.stream().forEach(number -> keys[number] = Double.NaN);
        }
        jdbc.sql("SELECT a.record_id, a.low FROM registry_figure a WHERE a.kind = :kind AND a.fact_id = :fact" + (stale == null ? "" : AMONG))
                .param("kind", kind.name()).param("fact", fact).param("among", new Identities(stale == null ? List.of() : stale(stale)))
                .query(row -> {
                    Integer number = numbers.get(row.getObject("record_id", UUID.class));
                    if (number != null) {
                        keys[number] = row.getDouble("low");
                    }
                });
        return keys;
    }
}
