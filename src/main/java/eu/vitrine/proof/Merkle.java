package eu.vitrine.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of RFC 6962 section 2.1. A leaf and an inner node begin with different bytes, so that neither passes as the other. */
public final class Merkle {

    static final HexFormat HEX = HexFormat.of();

    private static final byte LEAF = 0;
    private static final byte INNER = 1;

    private Merkle() {}

    /** Hash of the bytes of one entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** Hash of a node over its two children. */
    public static byte[] inner(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(INNER);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root of the tree without leaves. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
