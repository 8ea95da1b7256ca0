package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the records that a person or a file means, among those the person may see, however many there are. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class FoundRecords {

    private final JdbcClient jdbc;
    private final VisibleRecords visible;
    private final RecordQuery query;

    FoundRecords(JdbcClient jdbc, VisibleRecords visible, RecordQuery query) {
        this.jdbc = jdbc;
        this.visible = visible;
        this.query = query;
    }

    /**
     * The models that name one of these as an identifier of their own, in any case.
     *
     * @param identifiers names of repositories without a revision, and package URLs; a repository is found in whatever revision
     * @return at most {@code most}, by name
     */
    public List<RecordName> identified(Collection<String> identifiers, int most) {
        Set<RecordName> found = new LinkedHashSet<>();
        for (String identifier : identifiers) {
            String term = identifier.toLowerCase(Locale.ROOT);
            // "A" is the sign after "@", with which a revision begins
            found.addAll(jdbc.sql("SELECT DISTINCT l.slug, l.name, l.sort_name FROM registry_head f JOIN registry_line l ON l.record_id = f.record_id"
                            + " WHERE f.fact_id = '" + HeadIndex.IDENTIFIER + "' AND f.kind = 'MODEL' AND (f.term = :term OR f.term >= :from AND f.term < :to)"
                            + visible.and("l.unit") + " ORDER BY l.sort_name FETCH FIRST " + most + " ROWS ONLY")
                    .param("term", term).param("from", term + "@").param("to", term + "A").param("units", visible.units())
                    .query((row, n) -> new RecordName(Kind.MODEL, row.getString("slug"), row.getString("name"))).list());
        }
        return found.stream().limit(most).toList();
    }

    /** Whether there is a record of this slug. */
    public boolean isThere(Kind kind, String slug) {
        return !lines("l.record_id = (SELECT r.id FROM registry_record r WHERE r.kind = :kind AND r.slug = :text)", kind, slug, "", 1).isEmpty();
    }

    /**
     * The records of a kind that somebody means who types this: the one of this slug, else all of this name, without regard to case
     * and accents.
     *
     * @return at most {@code most}
     */
    public List<RecordName> meant(Kind kind, String typed, int most) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > 300) {
            return List.of();
        }
        List<RecordName> bySlug = lines("l.slug = :text", kind, text, "", most);
        String name = Tokens.folded(text) + "\u0001";
        return bySlug.isEmpty() ? lines("l.sort_name >= :text AND l.sort_name < :to", kind, name, name.substring(0, name.length() - 1) + "\u0002", most) : bySlug;
    }

    private List<RecordName> lines(String condition, Kind kind, String text, String to, int most) {
        return jdbc.sql("SELECT l.slug, l.name FROM registry_line l WHERE l.kind = :kind AND " + condition + visible.and("l.unit")
                        + " ORDER BY l.sort_name FETCH FIRST " + most + " ROWS ONLY")
                .param("kind", kind.name()).param("text", text).param("to", to).param("units", visible.units())
                .query((row, n) -> new RecordName(kind, row.getString("slug"), row.getString("name"))).list();
    }

    /** The first records of a kind by name that have these words; of all where there are none. */
    public List<RecordName> like(Kind kind, String words, int most) {
        RecordSearch search = words.isBlank() ? RecordSearch.all(kind) : RecordSearch.words(kind, words);
        return query.prepare(search).lines(null, false, most).stream().map(line -> new RecordName(kind, line.slug(), line.name())).toList();
    }
}
