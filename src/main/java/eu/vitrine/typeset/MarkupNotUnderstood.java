package eu.vitrine.typeset;

/** The text to lay out is not in the documented subset of HTML; the message names line and reason. */
public final class MarkupNotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    MarkupNotUnderstood(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** The line in the XHTML text, counted from 1. */
    public int line() {
        return line;
    }
}
