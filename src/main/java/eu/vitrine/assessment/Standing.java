package eu.vitrine.assessment;

import java.util.Optional;

/** What another module says first on the page of a use, contributed as a bean with {@code @Order}. */
public interface Standing {

    /** Template below {@code templates/web} that holds a fragment named {@code standing}; a constant, never from input. */
    String template();

    /**
     * What the fragment shows as {@code ${standing}}, for the person whose request this is; empty where there is nothing to show.
     *
     * @param use slug of the use
     */
    Optional<?> of(String use);
}
