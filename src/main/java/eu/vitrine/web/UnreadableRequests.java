package eu.vitrine.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the container answers on its own, before any filter: an address it cannot read, for example. One line of text with the
 * security headers stands in for its page, which would carry a style of its own.
 */
final class UnreadableRequests extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.isCommitted() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.on(response, request.isSecure());
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getReporter().write("The request cannot be answered (" + status + ").\n");
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The caller went away", e);
        }
    }
}
