package eu.vitrine.determination;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no determination of that number that the person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchDetermination extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchDetermination(int number) {
        super("There is no determination " + number + ".");
    }
}
