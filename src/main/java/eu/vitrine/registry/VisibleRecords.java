package eu.vitrine.registry;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.facts.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which records the person signed in may know of: those of the person's units, those of no unit, and every provider, licence
 * and the organisation, which are shared. The one place that decides it; pages answer 404 for all others.
 */
@Component
public class VisibleRecords {

    /** The kinds that belong to units. */
    static final Set<Kind> OF_UNITS = EnumSet.of(Kind.MODEL, Kind.SERVICE, Kind.USE);

    private final CurrentActor current;
    private final RecordRepository records;

    VisibleRecords(CurrentActor current, RecordRepository records) {
        this.current = current;
        this.records = records;
    }

    /** Whether such a record is not there or may be known of. */
    public boolean sees(Kind kind, String slug) {
        return current.units().all() || !OF_UNITS.contains(kind) || records.findByKindAndSlug(kind, slug).map(this::sees).orElse(true);
    }

    /** @throws NoSuchRecord if there is such a record and the person may not know of it */
    public void check(Kind kind, String slug) {
        if (!sees(kind, slug)) {
            throw new NoSuchRecord(kind, slug);
        }
    }

    boolean sees(KeptRecord record) {
        return sees(record.unit());
    }

    /** Whether the person may know of records of this unit; null for those of none. */
    boolean sees(@Nullable String unit) {
        return current.units().sees(unit);
    }

    /** The unit of a record that the person registers now: the first of the person's own, or none where the person sees all. */
    @Nullable String unitOfNew(Kind kind) {
        return OF_UNITS.contains(kind) ? current.units().ofNew() : null;
    }

    /**
     * A condition for statements that read a table of records, beginning with {@code AND}; empty where everything is seen.
     * Needs the parameter {@code units}.
     *
     * @param unit the column of the unit, a constant
     */
    public String and(String unit) {
        return current.units().all() ? "" : " AND (" + unit + " IS NULL OR " + unit + " IN (:units))";
    }

    /**
     * The same for statements that name a record by code of kind and slug.
     *
     * @param kind expression of the code of the kind, a constant
     * @param slug expression of the slug, a constant
     */
    public String and(String kind, String slug) {
        return current.units().all() ? "" : " AND EXISTS (SELECT 1 FROM registry_record v WHERE v.kind = upper(" + kind + ") AND v.slug = " + slug
                + and("v.unit") + ")";
    }

    /** The value of the parameter {@code units}; never empty, because an empty list is no SQL. */
    public Collection<String> units() {
        return current.units().slugs().isEmpty() ? List.of("") : current.units().slugs();
    }
}
