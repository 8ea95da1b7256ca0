package eu.vitrine.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in is refused for a while, whatever the password. */
class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many failed sign-ins; wait " + wait);
        this.wait = wait;
    }

    Duration remaining() {
        return wait;
    }
}
