package eu.vitrine.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one filter accepts. A record fits where one of these holds; the ends of a range together are one.
 *
 * @param key id of a fact marked as filter, or a reference that begins with {@code @}
 * @param terms accepted values
 * @param atLeast least number, or first day in days since 1970; a range of the record fits where a part of it does
 * @param atMost greatest number, or last day likewise
 * @param known accepted is whatever has a value, or says that there is none
 * @param notKnown accepted is whatever has neither
 */
record Wanted(String key, List<String> terms, @Nullable Double atLeast, @Nullable Double atMost, boolean known, boolean notKnown) {

    Wanted {
        terms = List.copyOf(terms);
    }

    static Wanted of(String key, List<String> terms) {
        return new Wanted(key, terms, null, null, false, false);
    }

    boolean isRange() {
        return atLeast != null || atMost != null;
    }

    boolean isNothing() {
        return terms.isEmpty() && !isRange() && !known && !notKnown;
    }

    /** Without this value. */
    Wanted without(String term) {
        return new Wanted(key, terms.stream().filter(other -> !other.equals(term)).toList(), atLeast, atMost, known, notKnown);
    }

    Wanted withoutRange() {
        return new Wanted(key, terms, null, null, known, notKnown);
    }

    Wanted withoutKnown() {
        return new Wanted(key, terms, atLeast, atMost, false, notKnown);
    }

    Wanted withoutNotKnown() {
        return new Wanted(key, terms, atLeast, atMost, known, false);
    }
}
