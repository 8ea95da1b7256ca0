package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What persons determined beside the answers of rules, contributed by another module as a bean. */
public interface Determined {

    /** Template below {@code templates/web} that holds a fragment named {@code determined}; a constant, never from input. */
    String template();

    /** What the fragment shows as {@code ${determined}} on the page of one answer; empty where there is nothing to show or to do. */
    Optional<?> of(Assessment assessment, String policy);

    /** What stands beside the answers about a record now, by policy. */
    Map<String, Mark> marks(Kind kind, String slug);

    /**
     * A few words beside an answer, never instead of it.
     *
     * @param messageKey message that says what was determined
     * @param args values for the message
     * @param path page that tells all of it
     */
    record Mark(String messageKey, List<Object> args, String path) {}
}
