package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The change would leave nobody who can administer users, for example because two administrators acted on each other at once. */
@ResponseStatus(HttpStatus.CONFLICT)
public class NoAdministratorLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAdministratorLeft() {
        super("After this change no administrator could sign in any more, so it was not made.");
    }
}
