package eu.vitrine.registry;

import eu.vitrine.registry.Conditions.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches the index of the heads. Where one of the conditions fits few records, these are fetched, asked the other conditions and
 * sorted; otherwise the lines are read in the order of the list and each is asked, until a page is full. So neither depends on
 * what a database guesses, and no page counts its way from the beginning.
 */
@Component
class RecordQuery {

    /** Up to this many records it is quicker to fetch and sort them than to read the list in order. */
    private static final int FEW = 4_000;
    /** Up to here records are counted one by one. */
    static final int COUNTED = 10_000;

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
     * @param driving the condition that fits fewest records, or null where none finds them by index
     * @param size how many rows that gives, at most {@link #COUNTED} and one
     */
    private record Plan(Conditions conditions, @Nullable Condition driving, long size) {

        boolean few() {
            return driving != null && size <= FEW;
        }

        /** Condition on the line {@code l}, without WHERE. */
        String where() {
            return few() && driving != null ? "l.record_id IN (" + driving.drive() + ")" + conditions.andAllBut(driving)
                    : "l.kind = :kind" + conditions.andAllBut(null);
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

        /**
         * Up to {@code size} records in the order of the list.
         *
         * @param from records after this place, or with {@code backward} before it; null for the beginning, or the end
         */
        List<Line> lines(@Nullable ListPlace from, boolean backward, int size) {
            var found = new ArrayList<Line>();
            for (ListStretch stretch : ListStretch.of(search.order(), from, backward)) {
                if (found.size() < size) {
                    found.addAll(read(stretch, size - found.size()));
                }
            }
            return backward ? found.reversed() : found;
        }

        private List<Line> read(ListStretch stretch, int size) {
            var parameters = new HashMap<>(plan.conditions().parameters());
            parameters.putAll(stretch.parameters());
            return jdbc.sql("SELECT l.record_id, l.slug, l.name, l.changed_at, l.sort_name, " + stretch.key() + " AS sort_key FROM " + stretch.from()
                            + " WHERE " + stretch.where() + " AND " + plan.where() + " ORDER BY " + (plan.few() ? stretch.sortedBy() : stretch.orderBy()) + " FETCH FIRST " + size + " ROWS ONLY")
                    .params(parameters)
                    .query((row, n) -> new Line(row.getObject("record_id", UUID.class), row.getString("slug"), row.getString("name"),
                            Instant.EPOCH.plus(row.getLong("changed_at"), ChronoUnit.MICROS), new ListPlace(stretch.keyed() ? row.getDouble("sort_key") : null, row.getString("sort_name")))).list();
        }

        /** How many fit: exactly, as long as no more than {@link #COUNTED} records must be looked at for it. */
        ListTotal total() {
            Condition driving = plan.driving();
            if (plan.few()) {
                return new ListTotal(count("SELECT 1 FROM registry_line l WHERE " + plan.where()), true);
            }
            if (driving == null && plan.conditions().andAllBut(null).isEmpty()) {
                long all = count("SELECT 1 FROM registry_line l WHERE l.kind = :kind FETCH FIRST " + (COUNTED + 1) + " ROWS ONLY");
                return new ListTotal(Math.min(all, COUNTED), all <= COUNTED);
            }
            if (driving == null) {
                String some = "SELECT * FROM registry_line l WHERE l.kind = :kind FETCH FIRST " + (COUNTED + 1) + " ROWS ONLY";
                return counted("(" + some + ") l", "1 = 1" + plan.conditions().andAllBut(null), count(some));
            }
            if (driving.once() && plan.conditions().andAllBut(driving).isEmpty()) {
                return new ListTotal(Math.min(plan.size(), COUNTED), plan.size() <= COUNTED);
            }
            String some = driving.drive() + " FETCH FIRST " + (COUNTED + 1) + " ROWS ONLY";
            return counted("registry_line l", "l.record_id IN (SELECT d.record_id FROM (" + some + ") d)" + plan.conditions().andAllBut(driving), plan.size());
        }

        private ListTotal counted(String from, String where, long lookedAt) {
            long fit = count("SELECT 1 FROM " + from + " WHERE " + where);
            return new ListTotal(Math.min(fit, COUNTED), lookedAt <= COUNTED);
        }

        private long count(String rows) {
            return jdbc.sql("SELECT count(*) FROM (" + rows + ") c").params(plan.conditions().parameters()).query(Long.class).single();
        }
    }

    Prepared prepare(RecordSearch search) {
        return new Prepared(search);
    }

    private Plan plan(Conditions conditions) {
        Condition best = null;
        long fewest = COUNTED + 1L;
        for (Condition condition : conditions.each()) {
            if (condition.drive() != null) {
                long size = sizeOf(condition.drive(), conditions.parameters(), best == null ? COUNTED + 1L : fewest);
                if (best == null || size < fewest) {
                    best = condition;
                    fewest = size;
                }
            }
        }
        return new Plan(conditions, best, fewest);
    }

    private long sizeOf(String drive, Map<String, Object> parameters, long most) {
        return jdbc.sql("SELECT count(*) FROM (" + drive + " FETCH FIRST " + most + " ROWS ONLY) c").params(parameters).query(Long.class).single();
    }
}
