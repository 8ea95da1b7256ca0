package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A new record would have the short name of one that the caller may not know of; nothing was saved. */
@ResponseStatus(HttpStatus.CONFLICT)
public class SlugTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlugTaken(Kind kind, String slug) {
        super("The short name \"" + slug + "\" is taken among the " + kind.code() + " records; choose another.");
    }
}
