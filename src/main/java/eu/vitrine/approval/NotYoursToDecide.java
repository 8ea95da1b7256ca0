package eu.vitrine.approval;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The person had a part in what is to be decided; nothing was done. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotYoursToDecide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYoursToDecide(int number) {
        super("Request for approval " + number + " must be decided by somebody who neither asked for it nor created or changed what it rests on.");
    }
}
