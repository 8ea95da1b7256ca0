package eu.vitrine.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it, as C2SP signed-note defines it.
 *
 * @param text what is signed, ending in a line feed
 * @param signatures at least one, whether or not they hold
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int KEY_ID = 4;
    private static final int ED25519 = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param name of the key
     * @param value Base64 of the four bytes of the key's id and the signature
     */
    public record Signature(String name, String value) {

        /** Id of the key, eight hexadecimal digits. */
        String keyId() {
            return Merkle.HEX.formatHex(Base64.getDecoder().decode(value), 0, KEY_ID);
        }

        byte[] bytes() {
            byte[] all = Base64.getDecoder().decode(value);
            return java.util.Arrays.copyOfRange(all, KEY_ID, all.length);
        }
    }

    /** @throws Malformed if it is not a signed note */
    public static SignedNote parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("This is not a signed note: text, an empty line, and lines of signatures.");
        }
        List<Signature> signatures = new ArrayList<>();
        note.substring(gap + 2).lines().forEach(line -> signatures.add(signature(line)));
        if (signatures.isEmpty()) {
            throw new Malformed("The note has no signature.");
        }
        return new SignedNote(note.substring(0, gap + 1), signatures);
    }

    private static Signature signature(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new Malformed("A signature line of the note is not one.");
        }
        Signature signature = new Signature(line.substring(DASH.length(), space), line.substring(space + 1));
        try {
            if (Base64.getDecoder().decode(signature.value()).length < KEY_ID + ED25519) {
                throw new Malformed("A signature of the note is too short.");
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("A signature of the note is not in Base64.");
        }
        return signature;
    }

    /** The note as it stands in a file. */
    public String written() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(DASH).append(signature.name()).append(' ').append(signature.value()).append('\n'));
        return note.toString();
    }
}
