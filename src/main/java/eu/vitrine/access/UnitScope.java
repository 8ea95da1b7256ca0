package eu.vitrine.access;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which units somebody sees the records. What belongs to no unit is seen by everybody.
 *
 * @param all whether of every unit, also of those to come
 * @param slugs the units otherwise
 */
public record UnitScope(boolean all, Set<String> slugs) implements Serializable {

    /** Every unit. */
    public static final UnitScope EVERYTHING = new UnitScope(true, Set.of());

    public UnitScope {
        slugs = Set.copyOf(slugs);
    }

    /** The unit in which somebody registers what is new: the first of the own ones; null where everything is seen. */
    public @Nullable String ofNew() {
        return all ? null : slugs.stream().sorted().findFirst().orElse(null);
    }

    /** Whether records of this unit are seen. */
    public boolean sees(@Nullable String unit) {
        return all || unit == null || slugs.contains(unit);
    }
}
