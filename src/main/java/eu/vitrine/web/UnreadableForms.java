package eu.vitrine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers a query or form that cannot be decoded, or a wish for hundreds of languages, as the fault of whoever sent it. The container notices only when the first field is
 * asked for, which may be in a filter or in a controller, and it would call that a failure of the server.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class UnreadableForms extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableForms.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            request.getLocale();
        } catch (IllegalArgumentException e) {
            refuse(response, e); // more languages than the container reads; asked a second time it gives those that it has read
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException | MultipartException e) {
            refuse(response, e);
        } catch (ServletException e) {
            if (e.getCause() instanceof InvalidParameterException || e.getCause() instanceof MultipartException) {
                refuse(response, e.getCause());
            } else {
                throw e;
            }
        }
    }

    /**
     * Where an answer is under way already, nothing can be said any more: the container is told as of a caller who broke off, so that it
     * neither logs a fault of ours nor puts an error page into the answer, and closes the connection, by which the caller sees that the
     * answer is not whole.
     */
    private static void refuse(HttpServletResponse response, Throwable failure) throws IOException {
        LOG.debug("A query, form or header cannot be read", failure);
        if (response.isCommitted()) {
            throw new ClientAbortException("The rest of a form cannot be read after its answer began", failure);
        }
        response.sendError(switch (failure) {
            case InvalidParameterException parameter -> parameter.getErrorCode();
            case ErrorResponse stated -> stated.getStatusCode().value();
            default -> HttpServletResponse.SC_BAD_REQUEST;
        });
    }
}
