package eu.vitrine.requests;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no request of that number, or the caller may not know of it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRequest(int number) {
        super("There is no request " + number + ".");
    }
}
