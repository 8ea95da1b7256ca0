package eu.vitrine.access;

import eu.vitrine.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Takes only text that every database can keep: PostgreSQL has no place for U+0000 and for halves of surrogate pairs, and the other
 * control characters are never what somebody typed. Fields of forms and queries alike; JSON and files are looked at by their readers.
 */
@Configuration
class StorableText {

    private static final String REFUSED = "The address, a header or a field has a character that is not taken here, such as a control character."
            + " Nothing was saved; remove it and send it again.";

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new WholeRequest();
        firewall.setAllowedParameterNames(Problems::isStorable);
        firewall.setAllowedParameterValues(value -> value == null || Problems.isStorable(value));
        return firewall;
    }

    @Bean
    RequestRejectedHandler refusedText(Problems problems) {
        return (request, response, refusal) -> {
            if (Problems.concern(request)) {
                problems.write(response, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, REFUSED), "/api/");
            } else {
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    /** Looks at every field before anything is done, so that none is found out by a page that is half written. */
    private static final class WholeRequest extends StrictHttpFirewall {

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            FirewalledRequest walled = super.getFirewalledRequest(request);
            String type = request.getContentType();
            // Parts of uploads are looked at when they are asked for: reading them here would read files of strangers.
            boolean upload = type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
            if (!upload && request.getDispatcherType() == DispatcherType.REQUEST) {
                walled.getParameterMap();
            }
            return walled;
        }
    }
}
