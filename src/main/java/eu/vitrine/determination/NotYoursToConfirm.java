package eu.vitrine.determination;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Whoever proposed a determination cannot decide on it; nothing was done. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotYoursToConfirm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYoursToConfirm(int number) {
        super("Determination " + number + " must be confirmed or refused by somebody other than whoever proposed it.");
    }
}
