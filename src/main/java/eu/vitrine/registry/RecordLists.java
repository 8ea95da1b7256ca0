package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Lists of records, searched, filtered, ordered and in pages; for pages, endpoints and exports alike. Everybody signed in may read. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class RecordLists {

    private static final int AT_ONCE = 500;
    private static final String SHA256 = "[0-9a-f]{64}";

    private final RecordQuery query;
    private final ListReading reading;
    private final JdbcClient jdbc;
    private final VisibleRecords visible;
    private final NearWords near;

    RecordLists(RecordQuery query, ListReading reading, JdbcClient jdbc, VisibleRecords visible, NearWords near) {
        this.query = query;
        this.reading = reading;
        this.jdbc = jdbc;
        this.visible = visible;
        this.near = near;
    }

    /**
     * A search as the parameters of a list's address state it; parameters of a page alone, such as its size, are passed over.
     *
     * @throws NoSuchFilter if there is no filter of a name, or it cannot have a value
     */
    public RecordSearch read(Kind kind, MultiValueMap<String, String> given) {
        return reading.strict(kind, given);
    }

    /** A search to be asked for a page and for its total: what its conditions fit is looked up once. */
    RecordQuery.Prepared prepare(RecordSearch search) {
        return query.prepare(search);
    }

    /** How many records fit. */
    int total(RecordQuery.Prepared prepared) {
        return prepared.total();
    }

    /**
     * Hands on every record that fits, in the order of the list, some at a time, as the list was when the first was asked for.
     *
     * @param each given at most {@value #AT_ONCE} records at once
     */
    public void forEach(RecordSearch search, Consumer<List<RecordName>> each) {
        var prepared = query.prepare(search);
        ListPlace place = null;
        List<Held> lines;
        do {
            lines = prepared.lines(place, false, AT_ONCE);
            if (!lines.isEmpty()) {
                place = prepared.place(lines.getLast());
                each.accept(lines.stream().map(line -> new RecordName(search.kind(), line.slug(), line.name())).toList());
            }
        } while (lines.size() == AT_ONCE);
    }

    /**
     * A page.
     *
     * @param cursor from where, or null for the first page
     * @param size records on it
     * @param keys facts and references whose values to give along
     */
    RecordPage page(RecordQuery.Prepared prepared, @Nullable ListCursor cursor, int size, Collection<String> keys) {
        RecordSearch search = prepared.search();
        boolean backward = cursor != null && cursor.backward();
        var lines = prepared.lines(cursor == null ? null : cursor.place(), backward, size + 1);
        boolean further = lines.size() > size;
        if (backward && !further) {
            return page(prepared, null, size, keys); // the beginning: whole again, whatever was removed or added before it
        }
        var shown = !further ? lines : backward ? lines.subList(1, lines.size()) : lines.subList(0, size);
        long first = cursor == null ? 1 : cursor.first();
        String previous = cursor == null || shown.isEmpty() ? null : word(prepared, shown.getFirst(), true, Math.max(1, first - size));
        String next = (backward || further) && !shown.isEmpty() ? word(prepared, shown.getLast(), false, first + shown.size()) : null;
        return new RecordPage(listed(search.kind(), shown, keys), first, previous, next);
    }

    private static String word(RecordQuery.Prepared prepared, Held line, boolean backward, long first) {
        return new ListCursor(prepared.search().order().code(), prepared.place(line), backward, first).word();
    }

    private List<ListedRecord> listed(Kind kind, List<Held> lines, Collection<String> keys) {
        var terms = new HashMap<UUID, Map<String, List<String>>>();
        if (!lines.isEmpty() && !keys.isEmpty()) {
            jdbc.sql("SELECT record_id, fact_id, term FROM registry_head WHERE record_id IN (:ids) AND fact_id IN (:keys) ORDER BY record_id, fact_id, position")
                    .param("ids", lines.stream().map(Held::id).toList()).param("keys", keys)
                    .query(row -> {
                        var own = terms.computeIfAbsent(row.getObject("record_id", UUID.class), id -> new HashMap<>())
                                .computeIfAbsent(row.getString("fact_id"), fact -> new ArrayList<>());
                        if (row.getString("term") != null) {
                            own.add(row.getString("term"));
                        }
                    });
        }
        return lines.stream().map(line -> new ListedRecord(new RecordName(kind, line.slug(), line.name()), line.changedAt(), terms.getOrDefault(line.id(), Map.of()))).toList();
    }

    /**
     * The record whose slug, purl, hub id, hash or other identifier this is, if it is of one alone. The hash of a record's head
     * finds a record of any kind.
     */
    public Optional<RecordName> identified(Kind kind, String text) {
        String identifier = text.strip().toLowerCase(Locale.ROOT);
        if (identifier.isEmpty() || identifier.length() > IndexRows.TERM) {
            return Optional.empty();
        }
        var found = jdbc.sql("SELECT DISTINCT l.kind, l.slug, l.name FROM registry_head f JOIN registry_line l ON l.record_id = f.record_id"
                        + " WHERE f.fact_id = '" + HeadIndex.IDENTIFIER + "' AND f.term = :term" + (identifier.matches(SHA256) ? "" : " AND f.kind = :kind")
                        + visible.and("l.unit") + " FETCH FIRST 2 ROWS ONLY")
                .param("term", identifier).param("kind", kind.name()).param("units", visible.units())
                .query((row, n) -> new RecordName(Kind.valueOf(row.getString("kind")), row.getString("slug"), row.getString("name"))).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The same search with words that occur in the place of those that do not, if there are any like them. */
    Optional<RecordSearch> nearest(RecordSearch search) {
        return near.instead(search.kind(), Tokens.asked(search.text())).map(search::withText).map(nearby -> nearby.with(List.of()));
    }

    /** How many models that the person sees refer to each of these records. */
    Map<String, Long> models(String reference, Collection<String> slugs) {
        var models = new HashMap<String, Long>();
        if (!slugs.isEmpty()) {
            String seen = visible.and("l.unit");
            jdbc.sql("SELECT h.term, count(*) AS models FROM registry_head h" + (seen.isEmpty() ? "" : " JOIN registry_line l ON l.record_id = h.record_id")
                            + " WHERE h.fact_id = :reference AND h.term IN (:slugs)" + seen + " GROUP BY h.term")
                    .param("reference", reference).param("slugs", slugs).param("units", visible.units())
                    .query(row -> {
                        models.put(row.getString("term"), row.getLong("models"));
                    });
        }
        return models;
    }
}
