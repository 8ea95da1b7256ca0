package eu.vitrine.assessment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no proposal of that number. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchProposal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchProposal(int number) {
        super("There is no proposed policy set of the number " + number + ".");
    }
}
