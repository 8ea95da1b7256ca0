package eu.vitrine.approval;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody has decided on a request, so there is nothing to show of a decision. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotDecided extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotDecided(int number) {
        super("Nobody has decided on request for approval " + number + " yet, so it has no dossier.");
    }
}
