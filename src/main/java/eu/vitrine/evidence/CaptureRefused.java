package eu.vitrine.evidence;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address was not captured: it may not be asked, or did not answer with something that can be kept. Nothing was kept. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class CaptureRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Not on the list of the administrators. */
        HOST("host", "No administrator has allowed captures from \"%s\"."),
        SCHEME("scheme", "\"%s\" is asked over https only."),
        PORT("port", "Port %s is not among those that captures may use."),
        NAME_UNKNOWN("name-unknown", "The name \"%s\" is not known, or the name service did not answer."),
        ADDRESS("address", "\"%s\" has an address inside a network, which captures do not contact."),
        REDIRECTS("redirects", "\"%s\" leads on to other addresses too often."),
        UNREACHABLE("unreachable", "\"%s\" could not be reached: %s."),
        CERTIFICATE("certificate", "\"%s\" has no certificate that is trusted for this name."),
        TIME("time", "\"%s\" did not answer whole within %s seconds."),
        STATUS("status", "\"%s\" answered with status %s instead of the page."),
        TOO_LARGE("too-large", "\"%s\" sends more than %s."),
        KIND("kind", "\"%s\" sends \"%s\", which is not kept."),
        ANSWER("answer", "The answer of \"%s\" cannot be read as HTTP: %s."),
        BUSY("busy", "Several captures are under way; \"%s\" was not asked. Try again in a moment.");

        private final String key;
        private final String words;

        Reason(String key, String words) {
            this.key = "evidence.capture." + key;
            this.words = words;
        }

        /** Message that says it, with the arguments. */
        public String key() {
            return key;
        }
    }

    private final Reason reason;
    private final List<String> arguments;

    CaptureRefused(Reason reason, String... arguments) {
        super(reason.words.formatted((Object[]) arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }
}
