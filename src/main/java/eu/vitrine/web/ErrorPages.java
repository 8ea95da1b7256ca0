package eu.vitrine.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a person sees when something went wrong: plain words, what to do, and a number to report. */
@Controller
class ErrorPages implements ErrorController {

    /** Statuses with words of their own; the others use those of 400 and 500. */
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 413, 500);

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith("/api/")) {
            return "forward:/api/problem";
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        int words = EXPLAINED.contains(status) ? status : status < 500 ? 400 : 500;
        model.addAttribute("words", "error." + words);
        model.addAttribute("traceId", MDC.get(TraceFilter.TRACE_ID));
        return "error/error";
    }
}
