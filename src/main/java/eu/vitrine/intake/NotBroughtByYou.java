package eu.vitrine.intake;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Only who brought the files says how they are read and whether they are saved, because new records go to that person's unit. */
@ResponseStatus(HttpStatus.FORBIDDEN)
class NotBroughtByYou extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotBroughtByYou(String owner) {
        super("Only " + owner + ", who brought the files, can have them read again or saved.");
    }
}
