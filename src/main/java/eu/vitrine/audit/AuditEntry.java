package eu.vitrine.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded about one act. The trail adds sequence, time and hashes.
 *
 * @param actor who acted
 * @param action what was done, as {@code thing.past-tense}, at most 80 characters, such as {@code model.registered}
 * @param object what it was done to
 * @param reason why, in the person's words, or null
 * @param detail further values by name: strings, whole numbers, booleans, and lists and maps of these
 */
public record AuditEntry(Actor actor, String action, Subject object, @Nullable String reason, Map<String, Object> detail) {

    public AuditEntry {
        detail = Map.copyOf(detail);
    }

    /**
     * The object of an act.
     *
     * @param type kind of object, at most 40 characters, such as {@code model}
     * @param id its identity within the kind, at most 200 characters
     * @param revision its revision number, or null where the object has none
     */
    public record Subject(String type, String id, @Nullable Long revision) {

        public static Subject of(String type, String id) {
            return new Subject(type, id, null);
        }
    }

    public static AuditEntry of(Actor actor, String action, Subject object) {
        return new AuditEntry(actor, action, object, null, Map.of());
    }

    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(actor, action, object, why, detail);
    }

    /** The same entry with one more value; see {@link #detail} for what a value may be. */
    public AuditEntry with(String name, Object value) {
        var more = new TreeMap<>(detail);
        more.put(name, value);
        return new AuditEntry(actor, action, object, reason, more);
    }
}
