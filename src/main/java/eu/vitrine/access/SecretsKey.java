package eu.vitrine.access;

import eu.vitrine.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A master key of AES-256-GCM. Its identity tells keys apart and says nothing about the key; the key is never written out. */
final class SecretsKey {

    private static final String VERSION = "v1";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String id;

    private SecretsKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
        byte[] prefix = "vitrine secrets key ".getBytes(StandardCharsets.US_ASCII);
        var both = new byte[prefix.length + bytes.length];
        System.arraycopy(prefix, 0, both, 0, prefix.length);
        System.arraycopy(bytes, 0, both, prefix.length, bytes.length);
        id = Sha256.of(both).substring(0, ID_DIGITS);
    }

    /** Reads 32 bytes in Base64, as {@link #fresh} and {@code openssl rand -base64 32} write them; empty if it is anything else. */
    static Optional<SecretsKey> read(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == KEY_BYTES ? Optional.of(new SecretsKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what was read must not get into a message
        }
    }

    /** A new key in Base64. */
    static String fresh() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 16 hexadecimal digits. */
    String id() {
        return id;
    }

    /** {@code v1.<key>.<nonce and ciphertext>}; every call gives another text, and it opens at its place alone. */
    String seal(SecretPlace place, byte[] plain) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0, place).doFinal(plain);
            var all = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return VERSION + "." + id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** What was sealed; empty if by another key, for another place, or changed since. */
    Optional<byte[]> open(SecretPlace place, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].equals(id)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(parts[2]);
            return all.length <= NONCE_BYTES ? Optional.empty()
                    : Optional.of(cipher(Cipher.DECRYPT_MODE, all, 0, place).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int from, SecretPlace place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE_BYTES));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
