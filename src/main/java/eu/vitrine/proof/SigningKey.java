package eu.vitrine.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key that signs the notes of one log. Never printed by {@link Object#toString}. */
public final class SigningKey {

    private static final Pattern FILE = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s+(\\S+)\\s*");

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /** A new key out of the runtime's source of randomness. */
    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws Malformed if it is not that, or the two keys in it do not belong together
     */
    public static SigningKey parse(String file) {
        Matcher parts = FILE.matcher(file);
        if (!parts.matches()) {
            throw new Malformed("This is not a key of the audit log: a private key in PEM, and the public key in one line below it.");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(parts.group(1));
            SigningKey key = new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    VerifierKey.parse(parts.group(2)));
            if (!key.verifier.verifies(key.sign("trial\n"))) {
                throw new Malformed("The public key in the file is not the one of the private key above it.");
            }
            return key;
        } catch (java.security.spec.InvalidKeySpecException | IllegalArgumentException e) {
            throw new Malformed("The private key in the file is not an Ed25519 key.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** The private key in PEM (PKCS #8), and the public key in one line below it. Keep it secret. */
    public String written() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n-----END PRIVATE KEY-----\n"
                + verifier.written() + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** @param text ends in a line feed */
    public SignedNote sign(String text) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signing.sign();
            byte[] value = new byte[4 + signature.length];
            System.arraycopy(Merkle.HEX.parseHex(verifier.id()), 0, value, 0, 4);
            System.arraycopy(signature, 0, value, 4, signature.length);
            return new SignedNote(text, List.of(new SignedNote.Signature(verifier.name(), Base64.getEncoder().encodeToString(value))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** Says that the next key of the log is this one. Its second line is no number, so it never passes as a checkpoint. */
    public SignedNote handOver(VerifierKey next) {
        return sign(HandOver.text(verifier.name(), next));
    }
}
