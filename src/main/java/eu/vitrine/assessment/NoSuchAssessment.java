package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The record has no assessment of that number. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAssessment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAssessment(Kind kind, String slug, int number) {
        super("The " + kind.code() + " \"" + slug + "\" has no assessment " + number + ".");
    }
}
