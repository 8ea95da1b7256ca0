package eu.vitrine.issuance;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A kept dossier no longer has the hash it was issued with; it is not handed out. */
@ResponseStatus(HttpStatus.CONFLICT)
public class DossierAltered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DossierAltered(String slug, int number) {
        super("The dossier kept for assessment " + number + " of \"" + slug + "\" does not have the hash it was issued with.");
    }
}
