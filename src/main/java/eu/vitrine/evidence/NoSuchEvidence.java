package eu.vitrine.evidence;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such evidence. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchEvidence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchEvidence(String what) {
        super("There is no evidence \"" + what + "\".");
    }
}
