package eu.vitrine.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json} (RFC 9457). */
@Component
public class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Whether a request is one of a program, whose errors are problems, and not one for a page. */
    public static boolean concern(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** Whether every database can keep this text: no control character but tabulator and line ends, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(Problems::isStorable);
    }

    private static boolean isStorable(int c) {
        return (c >= ' ' || c == '\t' || c == '\n' || c == '\r') && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    /** The same text with the number of each character that cannot be kept in its place, for quoting what stands in somebody's file. */
    public static String storable(String text) {
        return isStorable(text) ? text : text.codePoints().mapToObj(c -> isStorable(c) ? Character.toString(c) : "U+%04X".formatted(c))
                .collect(Collectors.joining());
    }

    /** Answers with a status and its standard title. */
    public void write(HttpServletResponse response, HttpStatusCode status, String instance) throws IOException {
        write(response, ProblemDetail.forStatus(status), instance);
    }

    /**
     * Answers with this problem; {@code instance} and {@code traceId} are set here.
     *
     * @param instance path of the request that failed
     */
    public void write(HttpServletResponse response, ProblemDetail problem, String instance) throws IOException {
        problem.setInstance(URI.create(instance));
        problem.setProperty("traceId", MDC.get("traceId"));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
