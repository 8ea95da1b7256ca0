package eu.vitrine.registry;

import eu.vitrine.registry.Conditions.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;
import org.springframework.stereotype.Component;

/**
 * Searches the index of the heads. What conditions fit so few records that they can be held are read from their indexes and
 * intersected here; the records that are left are fetched, asked the other conditions and sorted. Where no condition fits few, the
 * lines are read in the order of the list and each is asked, until a page is full. So nothing depends on what a database guesses,
 * and no page counts its way from the beginning.
 */
@Component
class RecordQuery {

    /** Up to here records are counted one by one, and the identities of what a condition fits are held. */
    static final int COUNTED = 10_000;
    /** Of more, so many are asked the other conditions, to say how many fit at least. */
    private static final int SAMPLE = 2_000;

    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    RecordQuery(JdbcClient jdbc, VisibleRecords visible) {
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /** One record of a list, and where it stands. */
    record Line(UUID id, String slug, String name, Instant changedAt, ListPlace place) {}

    /**
     * How to find what fits.
     *
     * @param few whether a condition fits few records
     * @param found the records that fit all conditions that fit few; where none does, some that fit {@code many}
     * @param rest what is still to be asked of each record, beginning with AND, or empty
     * @param many a condition that an index answers and that fits more than {@link #COUNTED} records, or null
     */
    private record Plan(Conditions conditions, boolean few, Set<UUID> found, String rest, @Nullable Condition many) {

        static final String AMONG = "l.record_id = ANY(:found)";

        /** Condition on the line {@code l}, without WHERE. */
        String where() {
            return (few ? AMONG : "l.kind = :kind") + rest;
        }

        Map<String, Object> parameters() {
            var parameters = new HashMap<>(conditions.parameters());
            parameters.put("found", new Identities(found));
            return parameters;
        }
    }

    /** An array as a parameter: of its own type, because H2 uses no index for one that is cast. */
    private static final class Identities extends AbstractSqlTypeValue {

        private final Set<UUID> identities;

        Identities(Set<UUID> identities) {
            this.identities = identities;
        }

        @Override
        protected Object createTypeValue(Connection connection, int sqlType, @Nullable String typeName) throws SQLException {
            return connection.createArrayOf("uuid", identities.toArray());
        }
    }

    /** A search with its plan, to be read several times. */
    final class Prepared {

        private final RecordSearch search;
        private final Plan plan;

        private Prepared(RecordSearch search) {
            this.search = search;
            this.plan = plan(Conditions.of(search, visible));
        }

        RecordSearch search() {
            return search;
        }

        /**
         * Up to {@code size} records in the order of the list.
         *
         * @param from records after this place, or with {@code backward} before it; null for the beginning, or the end
         */
        List<Line> lines(@Nullable ListPlace from, boolean backward, int size) {
            var lines = new ArrayList<Line>();
            for (ListStretch stretch : plan.few() && plan.found().isEmpty() ? List.<ListStretch>of() : ListStretch.of(search.order(), from, backward)) {
                if (lines.size() < size) {
                    lines.addAll(read(stretch, size - lines.size()));
                }
            }
            return backward ? lines.reversed() : lines;
        }

        private List<Line> read(ListStretch stretch, int size) {
            var parameters = plan.parameters();
            parameters.putAll(stretch.parameters());
            return jdbc.sql("SELECT l.record_id, l.slug, l.name, l.changed_at, l.sort_name, " + stretch.key() + " AS sort_key FROM " + stretch.from()
                            + " WHERE " + stretch.where() + " AND " + plan.where() + " ORDER BY " + (plan.few() ? stretch.sortedBy() : stretch.orderBy()) + " FETCH FIRST " + size + " ROWS ONLY")
                    .params(parameters)
                    .query((row, n) -> new Line(row.getObject("record_id", UUID.class), row.getString("slug"), row.getString("name"),
                            Instant.EPOCH.plus(row.getLong("changed_at"), ChronoUnit.MICROS), new ListPlace(stretch.keyed() ? row.getDouble("sort_key") : null, row.getString("sort_name")))).list();
        }

        /** How many fit: exactly, as long as no more than {@link #COUNTED} records must be looked at for it; else how many at least, out of some. */
        ListTotal total() {
            if (plan.few()) {
                return new ListTotal(plan.rest().isEmpty() || plan.found().isEmpty() ? plan.found().size() : count("SELECT 1 FROM registry_line l WHERE " + plan.where()), true);
            }
            Condition many = plan.many();
            if (many != null) {
                boolean alone = many.once() && plan.conditions().andAllBut(Set.of(many)).isEmpty();
                return new ListTotal(alone ? COUNTED : count("SELECT 1 FROM registry_line l WHERE " + Plan.AMONG + plan.rest()), false);
            }
            String some = "SELECT * FROM registry_line l WHERE l.kind = :kind FETCH FIRST " + (COUNTED + 1) + " ROWS ONLY";
            long all = count(some);
            long fit = plan.rest().isEmpty() ? all : count("SELECT 1 FROM (" + some + ") l WHERE 1 = 1" + plan.rest());
            return new ListTotal(Math.min(fit, COUNTED), all <= COUNTED);
        }

        private long count(String rows) {
            return jdbc.sql("SELECT count(*) FROM (" + rows + ") c").params(plan.parameters()).query(Long.class).single();
        }
    }

    Prepared prepare(RecordSearch search) {
        return new Prepared(search);
    }

    private Plan plan(Conditions conditions) {
        var answered = new HashSet<Condition>();
        var found = new HashSet<UUID>();
        var some = new HashSet<UUID>();
        Condition many = null;
        for (Condition condition : conditions.each()) {
            if (condition.drive() == null) {
                continue;
            }
            List<UUID> fit = fit(condition.drive(), conditions.parameters());
            if (fit.size() <= COUNTED) {
                if (answered.isEmpty()) {
                    found.addAll(fit);
                } else {
                    found.retainAll(new HashSet<>(fit));
                }
                answered.add(condition);
            } else if (many == null) {
                many = condition;
                some.addAll(fit.subList(0, SAMPLE));
            }
        }
        boolean few = !answered.isEmpty();
        return new Plan(conditions, few, few ? found : some, conditions.andAllBut(answered), many);
    }

    private List<UUID> fit(String drive, Map<String, Object> parameters) {
        return jdbc.sql(drive + " FETCH FIRST " + (COUNTED + 1) + " ROWS ONLY").params(parameters).query(UUID.class).list();
    }
}
