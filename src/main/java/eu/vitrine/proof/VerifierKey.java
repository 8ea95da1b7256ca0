package eu.vitrine.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key by which notes are verified.
 *
 * @param name of the log whose notes it signs; no spaces, no plus sign
 * @param point the 32 bytes of the Ed25519 public key, in hexadecimal digits
 */
public record VerifierKey(String name, String point) {

    private static final byte ED25519 = 1;
    private static final int POINT = 32;
    /** What stands before the 32 bytes in the encoding of RFC 8410. */
    private static final byte[] ENCODING = Merkle.HEX.parseHex("302a300506032b6570032100");

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Merkle.HEX.formatHex(encoded, encoded.length - POINT, encoded.length));
    }

    /**
     * Reads {@code name+id+Base64}, the form of C2SP signed-note.
     *
     * @throws Malformed if it is not an Ed25519 key in that form, or the id is of another key
     */
    public static VerifierKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        byte[] material = parts.length == 3 ? decoded(parts[2]) : new byte[0];
        if (material.length != POINT + 1 || material[0] != ED25519 || !parts[0].matches("[^\\s+]+")) {
            throw new Malformed("\"" + shortened(written) + "\" is not a public key as the audit page shows it: name+id+key.");
        }
        VerifierKey key = new VerifierKey(parts[0], Merkle.HEX.formatHex(material, 1, material.length));
        if (!key.id().equals(parts[1])) {
            throw new Malformed("The key \"" + shortened(written) + "\" has another id than it says.");
        }
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String shortened(String text) {
        return text.strip().length() > 80 ? text.strip().substring(0, 80) + "…" : text.strip();
    }

    /** The first four bytes of the SHA-256 of name, line feed, kind and key, in hexadecimal digits. */
    public String id() {
        MessageDigest digest = Merkle.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Merkle.HEX.formatHex(digest.digest(material()), 0, 4);
    }

    private byte[] material() {
        byte[] material = new byte[POINT + 1];
        material[0] = ED25519;
        System.arraycopy(Merkle.HEX.parseHex(point), 0, material, 1, POINT);
        return material;
    }

    /** {@code name+id+Base64}, to be handed to those who verify. */
    public String written() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(material());
    }

    /** Whether the note bears a signature of this key that holds. */
    public boolean verifies(SignedNote note) {
        return note.signatures().stream().filter(signature -> signature.name().equals(name) && signature.keyId().equals(id()))
                .anyMatch(signature -> holds(note.text(), signature.bytes()));
    }

    private boolean holds(String text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(ENCODING, ENCODING.length + POINT);
            System.arraycopy(Merkle.HEX.parseHex(point), 0, encoded, ENCODING.length, POINT);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (SignatureException | java.security.InvalidKeyException | java.security.spec.InvalidKeySpecException e) {
            return false; // bytes that are no signature, or no point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }
}
