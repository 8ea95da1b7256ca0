package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no token of that identity that the person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchToken() {
        super("There is no such token.");
    }
}
