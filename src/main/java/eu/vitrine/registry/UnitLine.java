package eu.vitrine.registry;

import eu.vitrine.access.Unit;
import eu.vitrine.access.Units;
import eu.vitrine.facts.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What record pages say about the unit of a record; templates know it as {@code @unitLine}. */
@Component
public class UnitLine {

    private final Records records;
    private final Units units;

    UnitLine(Records records, Units units) {
        this.records = records;
        this.units = units;
    }

    /**
     * @param name name of the unit; null where all units see the record
     * @param path where an officer changes it
     */
    public record Line(@Nullable String name, String path) {}

    /** The line; null where the organisation has no units or records of the kind are shared. */
    public @Nullable Line of(String kind, String slug) {
        Kind of = Kind.of(kind).orElseThrow();
        if (!VisibleRecords.OF_UNITS.contains(of) || units.all().isEmpty()) {
            return null;
        }
        return new Line(records.unitOf(of, slug).map(Unit::name).orElse(null), "/units/" + kind + "/" + slug);
    }
}
