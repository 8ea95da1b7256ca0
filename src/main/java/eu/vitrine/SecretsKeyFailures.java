package eu.vitrine;

import eu.vitrine.access.SecretsKeyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the server did not start with this secrets key, and what to do. */
final class SecretsKeyFailures extends AbstractFailureAnalyzer<SecretsKeyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SecretsKeyRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
