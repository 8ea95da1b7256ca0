package eu.vitrine.evidence;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was brought is not taken in; nothing was kept. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class EvidenceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EMPTY("evidence.refused.empty"),
        TITLE("evidence.refused.title"),
        ADDRESS("evidence.refused.address"),
        EXTENSION("evidence.refused.extension"),
        CONTENT("evidence.refused.content"),
        TOO_LARGE("evidence.refused.too-large"),
        PERSON_FULL("evidence.refused.person-full"),
        ALL_FULL("evidence.refused.all-full"),
        IN_USE("evidence.refused.in-use");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** Message that says it, with the arguments. */
        public String key() {
            return key;
        }
    }

    private final Reason reason;
    private final List<String> arguments;

    EvidenceRefused(Reason reason, String detail, String... arguments) {
        super(detail);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** More was sent than a file may have; its status tells so. */
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    static final class TooLarge extends EvidenceRefused {

        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super(Reason.TOO_LARGE, "A file may have at most " + EvidenceItem.readable(limit) + ".", EvidenceItem.readable(limit));
        }
    }

    /** Bytes that something rests on are not removed. */
    @ResponseStatus(HttpStatus.CONFLICT)
    static final class InUse extends EvidenceRefused {

        private static final long serialVersionUID = 1L;

        InUse(String title) {
            super(Reason.IN_USE, "\"" + title + "\" is in use and stays.", title);
        }
    }
}
