package eu.vitrine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the server could not start on its database, and what to do. */
final class DatabaseFailures implements FailureAnalyzer {

    /** H2's DATABASE_ALREADY_OPEN_1: another process holds the file. */
    private static final int ALREADY_OPEN = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var notDurable = new NotDurable().analyze(failure);
        return notDurable != null ? notDurable : new InUse().analyze(failure);
    }

    private static final class NotDurable extends AbstractFailureAnalyzer<DatabaseNotDurable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, DatabaseNotDurable cause) {
            return new FailureAnalysis(cause.getMessage(),
                    "Add ;WRITE_DELAY=0 to spring.datasource.url and start again.", cause);
        }
    }

    private static final class InUse extends AbstractFailureAnalyzer<SQLException> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
            return cause.getErrorCode() != ALREADY_OPEN
                    ? null
                    : new FailureAnalysis("Another Vitrine already runs on this database file.",
                            "Stop the other one, or give this one its own file with spring.datasource.url.", cause);
        }
    }
}
