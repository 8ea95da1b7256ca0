package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Another user already signs in with that name. */
@ResponseStatus(HttpStatus.CONFLICT)
public class SignInNameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInNameTaken(SignInName name) {
        super("Another user already signs in as " + name.value() + ".");
    }
}
