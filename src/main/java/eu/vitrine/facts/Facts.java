package eu.vitrine.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts by id, in a stable order. What is not in it is unknown. */
public final class Facts {

    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Fact> byId;

    private Facts(Map<String, Fact> byId) {
        this.byId = byId;
    }

    /** No facts at all. */
    public static Facts none() {
        return NONE;
    }

    /** These facts; of two with the same id the later one counts. */
    public static Facts of(Collection<Fact> facts) {
        Map<String, Fact> byId = new LinkedHashMap<>();
        facts.forEach(fact -> byId.put(fact.id(), fact));
        return new Facts(Collections.unmodifiableMap(byId));
    }

    /** The fact with this id; an unknown one when nothing is recorded. */
    public Fact get(String id) {
        Fact fact = byId.get(id);
        return fact == null ? Fact.unknown(id) : fact;
    }

    /** All recorded facts. */
    public Collection<Fact> all() {
        return byId.values();
    }

    /** Both together; where both hold a fact, the other's counts. */
    public Facts and(Facts other) {
        if (other.byId.isEmpty()) {
            return this;
        }
        Map<String, Fact> merged = new LinkedHashMap<>(byId);
        merged.putAll(other.byId);
        return new Facts(Collections.unmodifiableMap(merged));
    }

    /** Equal when both hold equal facts, in whatever order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && byId.equals(facts.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    @Override
    public String toString() {
        return byId.values().toString();
    }
}
