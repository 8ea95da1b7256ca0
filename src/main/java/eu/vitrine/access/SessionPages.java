package eu.vitrine.access;

import eu.vitrine.web.SessionTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Lets a person stay signed in: asking is enough, because every request begins the time of the session anew. */
@Controller
@PreAuthorize("isAuthenticated()")
class SessionPages {

    private final Clock clock;

    SessionPages(Clock clock) {
        this.clock = clock;
    }

    /** The seconds that the session lasts from now on if nothing is done; 0 where none is held in the browser. */
    @PostMapping(path = "/session", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String extend(HttpServletRequest request) {
        SessionTime time = SessionTime.of(request, clock.instant());
        return Long.toString(time == null ? 0 : Math.min(time.idle(), time.latest()));
    }
}
