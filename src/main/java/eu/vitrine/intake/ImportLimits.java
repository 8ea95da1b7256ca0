package eu.vitrine.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was uploaded is kept.
 *
 * @param keepFiles from the save, the taking back or, where it was left, the last dry run of an import; at least a day
 */
@ConfigurationProperties("vitrine.imports")
record ImportLimits(@DefaultValue("30d") Duration keepFiles) {

    ImportLimits {
        if (keepFiles.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("vitrine.imports.keep-files is " + keepFiles + ", but a file is kept for a day at least");
        }
    }
}
