package eu.vitrine.web;

import java.util.Optional;

/** One section of the home page, contributed by a module as a bean with {@code @Order}. */
public interface HomeSection {

    /** Template below {@code templates/web} that holds a fragment named {@code section}; a constant, never from input. */
    String template();

    /**
     * What the fragment shows as {@code ${section}}, for the person whose request this is; empty where there is nothing
     * to show or the person may not see it.
     */
    Optional<?> content();
}
