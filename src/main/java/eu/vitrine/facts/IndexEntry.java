package eu.vitrine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an index of models or companies says. It is shown, and no rule reads it.
 *
 * @param name key of the index in the file
 * @param score the score, where the index gives a number
 * @param entry address of the entry, where the index has one
 * @param sourceUrl where it is said
 * @param asOf date of the source
 * @param note limits of the score
 */
public record IndexEntry(
        String name,
        @Nullable BigDecimal score,
        @Nullable String entry,
        @Nullable String sourceUrl,
        @Nullable Day asOf,
        @Nullable String note) {}
