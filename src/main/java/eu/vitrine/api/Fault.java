package eu.vitrine.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * One thing that is wrong in the body of a request.
 *
 * @param pointer where, by RFC 6901; empty for the whole body
 * @param code a word for programs
 * @param detail a sentence for people: what is wrong, with which value, and what to do
 */
public record Fault(String pointer, String code, String detail) {

    /** The problem that refuses a request for these faults, as member {@code errors}. */
    public static ErrorResponseException refused(HttpStatus status, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", faults);
        return new ErrorResponseException(status, problem, null);
    }
}
