package eu.vitrine.audit;

/** The stored log does not hold together, so nothing is signed over it. The message is a sentence that names the first event. */
final class LogDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogDamaged(String message) {
        super(message);
    }
}
