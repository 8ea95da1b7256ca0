package eu.vitrine.assessment;

import eu.vitrine.policy.LawDays;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for is no day that the law can be read for. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class NoDayOfTheLaw extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDayOfTheLaw(String asked, LawDays days) {
        super("\"" + asked + "\" is no day that the law can be read for. Give one from " + days.first() + " to " + days.last()
                + ", written as 2027-08-02.");
    }
}
