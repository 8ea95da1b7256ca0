package eu.vitrine.access;

import eu.vitrine.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API token: {@code vit_}, 30 random letters and digits (178 bits), and the CRC-32 of all before it in six more. Scanners
 * for leaked secrets know it by its shape, and a mistyped one is told without asking the database.
 */
final class TokenText {

    static final String PREFIX = "vit_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 30;
    private static final int CHECK = 6;
    private static final Pattern SHAPE = Pattern.compile("vit_[0-9A-Za-z]{" + (RANDOM + CHECK) + "}");

    private final String value;

    private TokenText(String value) {
        this.value = value;
    }

    static TokenText fresh(SecureRandom random) {
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new TokenText(text + check(text.toString()));
    }

    /** The token that was sent; empty where it has not the shape of one or its check digits are wrong. */
    static Optional<TokenText> of(String sent) {
        if (!SHAPE.matcher(sent).matches()) {
            return Optional.empty();
        }
        String stem = sent.substring(0, PREFIX.length() + RANDOM);
        return check(stem).equals(sent.substring(stem.length())) ? Optional.of(new TokenText(sent)) : Optional.empty();
    }

    /** Whether something of the shape of a token stands anywhere in this text. */
    static boolean standsIn(String text) {
        return SHAPE.matcher(text).find();
    }

    private static String check(String stem) {
        var crc = new CRC32();
        crc.update(stem.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var digits = new StringBuilder();
        for (int i = 0; i < CHECK; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.reverse().toString();
    }

    /** The token itself, to be shown once and never kept. */
    String secret() {
        return value;
    }

    /** What is kept of it. */
    String sha256() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing of the secret, so that no log line has it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
