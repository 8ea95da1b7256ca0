package eu.vitrine.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is a secret to keep and no master key to seal it with. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class SecretsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretsUnavailable(String message) {
        super(message);
    }
}
