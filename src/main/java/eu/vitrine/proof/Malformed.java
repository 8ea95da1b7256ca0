package eu.vitrine.proof;

/** Something is not in the form it claims to be in. The message is a sentence for people. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
