package eu.vitrine.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What a person wrote as the reason of an act. It stands beside the event, which holds its salted hash, so that it can be erased; without the salt nobody
 * finds out by trying what it was.
 *
 * @param salt 16 random bytes, in hexadecimal digits
 */
public record Words(String salt, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    /** The words with a new salt. What no database and no UTF-8 can hold, NUL and halves of surrogate pairs, is replaced. */
    public static Words of(String text) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] utf8 = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        return new Words(Merkle.HEX.formatHex(salt), new String(utf8, StandardCharsets.UTF_8));
    }

    /** SHA-256 of the bytes of the salt and the text in UTF-8, in hexadecimal digits. */
    public String hash() {
        MessageDigest digest = Merkle.sha256();
        digest.update(salt.matches("([0-9a-f]{2})*") ? Merkle.HEX.parseHex(salt) : new byte[0]);
        return Merkle.HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
