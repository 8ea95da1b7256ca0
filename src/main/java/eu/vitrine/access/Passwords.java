package eu.vitrine.access;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, 2 passes, 1 lane: OWASP's minimum). Passwords are compared in Unicode NFC and
 * never cut.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /** Each hash takes 19 MiB, so a rush of sign-ins must queue. */
    private final Semaphore atOnce = new Semaphore(4);

    private final String ofNobody;

    Passwords() {
        ofNobody = hash("nobody has this password");
    }

    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    final String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            String hash = argon2.encode(normalised(password));
            if (hash == null) {
                throw new IllegalStateException("Argon2 gave no hash");
            }
            return hash;
        } finally {
            atOnce.release();
        }
    }

    boolean matches(String password, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(normalised(password), hash);
        } finally {
            atOnce.release();
        }
    }

    /** Takes as long as a real comparison, so that an unknown name cannot be told by the time of the answer. */
    void matchNobody(String password) {
        matches(password, ofNobody);
    }

    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }
}
