package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no user of that identity. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchUser extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchUser(UserId id) {
        super("There is no user " + id + ".");
    }
}
