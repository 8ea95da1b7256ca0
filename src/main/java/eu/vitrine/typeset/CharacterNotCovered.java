package eu.vitrine.typeset;

/** No font on board can show a character, so the document would have a gap; the message names the character. */
public final class CharacterNotCovered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int codePoint;

    CharacterNotCovered(int codePoint, String context) {
        super("no font can show U+%04X (%s) in \"%s\"".formatted(codePoint, name(codePoint), context));
        this.codePoint = codePoint;
    }

    /** The Unicode code point that is not covered. */
    public int codePoint() {
        return codePoint;
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? "unassigned" : name;
    }
}
