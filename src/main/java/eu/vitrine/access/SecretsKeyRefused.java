package eu.vitrine.access;

/** The master key is missing, unreadable or another one than the secrets were sealed with. */
public class SecretsKeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    SecretsKeyRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What whoever runs the server can do. */
    public String action() {
        return action;
    }
}
