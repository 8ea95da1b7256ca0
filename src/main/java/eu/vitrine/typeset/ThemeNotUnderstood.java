package eu.vitrine.typeset;

/** A theme uses something outside the documented subset; the message names file, line and reason. */
public final class ThemeNotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    ThemeNotUnderstood(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
    }

    /** The line in the theme file, counted from 1. */
    public int line() {
        return line;
    }
}
