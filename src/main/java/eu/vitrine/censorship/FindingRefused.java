package eu.vitrine.censorship;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of a finding cannot be done as it is; nothing was changed. */
@ResponseStatus(HttpStatus.CONFLICT)
public class FindingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    FindingRefused(String key, String message) {
        super(message);
        this.key = key;
    }

    /** Message key of the same for people. */
    public String key() {
        return key;
    }
}
