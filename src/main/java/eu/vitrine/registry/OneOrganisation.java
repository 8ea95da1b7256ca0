package eu.vitrine.registry;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is one organisation, ourselves, and its record has another slug; nothing was saved. */
@ResponseStatus(HttpStatus.CONFLICT)
public class OneOrganisation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OneOrganisation(String slug) {
        super("There is one organisation, and its record has the slug \"" + slug + "\"; revise that record.");
    }
}
