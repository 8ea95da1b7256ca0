package eu.vitrine.facts;

/**
 * Something wrong in a file, where, and what to do about it.
 *
 * @param file name of the file as the person gave it
 * @param line one-based; 0 when the whole file is meant
 * @param column one-based; 0 when the whole line is meant
 * @param message a sentence with the value at fault
 */
public record Problem(String file, int line, int column, String message) {

    /** A person reads no further, and a file must not fill a log. */
    private static final int MOST = 600;

    public Problem {
        message = message.length() > MOST ? message.substring(0, MOST) + "…" : message;
    }

    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + ": " + message;
    }
}
