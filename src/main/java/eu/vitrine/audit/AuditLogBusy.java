package eu.vitrine.audit;

/** The act was not recorded, and so not done, because other acts kept the audit log for too long. Trying again is safe. */
public final class AuditLogBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditLogBusy(long seconds) {
        super("The audit log was busy for " + seconds + " seconds; nothing was changed. Try again.");
    }
}
