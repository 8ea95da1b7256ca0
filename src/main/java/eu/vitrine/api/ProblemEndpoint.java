package eu.vitrine.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for requests of programs that failed outside any endpoint; reached only by the error page's forward. */
@Controller
class ProblemEndpoint {

    private final Problems problems;

    ProblemEndpoint(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/api/problem")
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String instance = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/api/problem";
        problems.write(response, HttpStatusCode.valueOf(status), instance);
    }
}
