package eu.vitrine.audit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The act was not recorded, and so not done, because other acts kept the audit log for too long. Trying again is safe. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class AuditLogBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditLogBusy(long seconds) {
        super("The audit log was busy for " + seconds + " seconds; nothing was changed. Try again.");
    }
}
