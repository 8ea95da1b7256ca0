package eu.vitrine.requests;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody changed the request since the caller read it, or it is closed; nothing was saved. */
@ResponseStatus(HttpStatus.CONFLICT)
public class RequestMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestMoved(int number) {
        super("Request " + number + " was changed by somebody since you read it, or is closed; read it again.");
    }
}
