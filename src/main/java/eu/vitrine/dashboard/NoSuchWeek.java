package eu.vitrine.dashboard;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for is no week that can be looked back at. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
class NoSuchWeek extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_QUOTED = 40;

    NoSuchWeek(String asked, CalendarWeek present) {
        super("\"" + (asked.length() > MOST_QUOTED ? asked.substring(0, MOST_QUOTED) + "…" : asked) + "\" is no week that can be looked back at."
                + " Give one from 2000-W01 to " + present.code() + ", written so, or any of its days, written as " + present.monday() + ".");
    }
}
