package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The registry holds no record of that kind with that slug. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRecord(Kind kind, String slug) {
        super("The registry holds no " + kind.code() + " \"" + slug + "\".");
    }

    NoSuchRecord(Kind kind, String slug, int number) {
        super("The " + kind.code() + " \"" + slug + "\" has no revision " + number + ".");
    }
}
