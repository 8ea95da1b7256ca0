package eu.vitrine.assessment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something cannot be done with a proposed policy set as things stand; nothing was changed. */
@ResponseStatus(HttpStatus.CONFLICT)
public class ActivationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** It is in force or was rejected. */
        DECIDED("it is decided"),
        /** The very same set is in force. */
        IN_FORCE("this very set is in force"),
        /** The very same set waits already. */
        WAITING("this very set is proposed already"),
        /** No trial against the set now in force has finished. */
        NOT_TRIED("it was not tried against the set that is in force now"),
        /** A trial is running; there is one at a time. */
        TRIAL_RUNNING("a trial is running, and there is one at a time"),
        /** Its activation was asked for already. */
        REQUESTED("its activation was requested already"),
        /** Nobody has asked for its activation. */
        NOT_REQUESTED("nobody has requested its activation"),
        /** Whoever put it forward or asked for its activation cannot confirm it. */
        SAME_PERSON("whoever proposed it or requested its activation cannot confirm it; a second person must");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    ActivationRefused(Reason reason) {
        super("Nothing was changed about the policy set: " + reason.words + ".");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
