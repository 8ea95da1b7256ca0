package eu.vitrine.determination;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A determination was decided or withdrawn since the person read it; nothing was done. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class DeterminationMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeterminationMoved(int number) {
        super("Determination " + number + " was decided or withdrawn since you opened it. Open it again; nothing was done.");
    }
}
