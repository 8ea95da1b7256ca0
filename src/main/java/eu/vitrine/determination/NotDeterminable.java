package eu.vitrine.determination;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something cannot be determined as it was asked; nothing was done. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class NotDeterminable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDeterminable(String why) {
        super(why);
    }
}
