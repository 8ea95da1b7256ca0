package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows where in which file the facts of a record stood that were imported. The pages of records ask it. */
public interface FactPlaces {

    /**
     * A place in a file.
     *
     * @param line from 1; 0 where the file has no lines or the whole file is meant
     * @param path where in the structure, a column for example; or null
     * @param by who imported it, by the name of that time
     * @param further whether the file is a further source of the fact, beside what is chosen
     */
    record Came(String file, int line, @Nullable String path, String by, Instant at, boolean further) {}

    /** Places by fact; a fact that was not imported, or was changed since, is missing. */
    Map<String, List<Came>> of(Kind kind, String slug);
}
