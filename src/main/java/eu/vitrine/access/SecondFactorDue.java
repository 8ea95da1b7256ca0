package eu.vitrine.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticationException;

/** The password is right, and the person has a second factor, so nobody is signed in yet. */
class SecondFactorDue extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final UUID user;

    SecondFactorDue(UUID user) {
        super("A code is due");
        this.user = user;
    }

    UUID user() {
        return user;
    }

    /** Who has given the password, and when. */
    record Halfway(UUID user, Instant since) implements Serializable {}
}
