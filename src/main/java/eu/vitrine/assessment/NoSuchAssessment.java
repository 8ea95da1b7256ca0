package eu.vitrine.assessment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The model has no assessment of that number. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAssessment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAssessment(String slug, int number) {
        super("The model \"" + slug + "\" has no assessment " + number + ".");
    }
}
