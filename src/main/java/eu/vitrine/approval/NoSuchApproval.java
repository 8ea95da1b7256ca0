package eu.vitrine.approval;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no request of that number that the person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchApproval extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchApproval(int number) {
        super("There is no request for approval " + number + ".");
    }
}
