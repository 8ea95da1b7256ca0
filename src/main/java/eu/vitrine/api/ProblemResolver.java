package eu.vitrine.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what fails below {@code /api/} into problems: the framework's own failures, and domain failures by their
 * {@link ResponseStatus}, whose message is written for the caller. Anything else is a 500 that says nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        // Refusals belong to the security filters, which know whether a sign-in would help.
        if (!Problems.concern(request) || failure instanceof AccessDeniedException || isUnreadable(failure)) {
            return null;
        }
        try {
            if (failure instanceof ErrorResponse framework) {
                framework.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            }
            problems.write(response, problem(failure), request.getRequestURI());
        } catch (IOException e) {
            throw new UncheckedIOException("The caller went away", e);
        }
        return new ModelAndView();
    }

    /** A query or form that cannot be decoded is answered before the controllers, for pages and programs alike. */
    private static boolean isUnreadable(Exception failure) {
        return failure instanceof InvalidParameterException || failure instanceof RequestRejectedException
                || failure instanceof MultipartException && !(failure instanceof ErrorResponse);
    }

    private static ProblemDetail problem(Exception failure) {
        if (failure instanceof ErrorResponse framework) {
            return framework.getBody();
        }
        var status = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        if (status != null) {
            return ProblemDetail.forStatusAndDetail(status.code(), failure.getMessage());
        }
        if (failure instanceof TypeMismatchException || failure instanceof HttpMessageNotReadableException) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "a part of the address, a parameter or the body has not the form that is described");
        }
        LOG.error("An endpoint failed", failure);
        return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
