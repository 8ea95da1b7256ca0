package eu.vitrine.requests;

import java.util.Locale;

/** How far a request is. */
public enum RequestStatus {
    /** Nobody looks at it yet. */
    RECEIVED,
    /** An officer looks at it. */
    IN_PROGRESS,
    /** Somebody outside was asked, mostly the provider. */
    WAITING,
    ANSWERED,
    /** Whoever asked no longer needs it. */
    WITHDRAWN;

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return this == RECEIVED || this == IN_PROGRESS || this == WAITING;
    }

    /** Message key of its words. */
    public String key() {
        return "request.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
