package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An administrator tried to change their own account; another administrator has to. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class OwnAccount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnAccount(UserId id) {
        super("User " + id + " cannot change their own roles or access; another administrator has to.");
    }
}
