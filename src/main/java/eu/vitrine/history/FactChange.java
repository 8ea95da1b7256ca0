package eu.vitrine.history;

import eu.vitrine.registry.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact, name or reference that differs between two revisions.
 *
 * @param id id of the fact; of anything else the name of the attribute
 * @param label for people; of an attribute null, its words are {@code history.attribute.} and the id
 * @param parts what of it differs; never empty
 * @param by the revision that changed it last; null where too many lie between to say
 * @param decisive whether it matters for an answer that changes
 */
record FactChange(String id, @Nullable String label, List<PartChange> parts, @Nullable Revision by, boolean decisive) {

    FactChange {
        parts = List.copyOf(parts);
    }
}
