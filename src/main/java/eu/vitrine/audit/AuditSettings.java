package eu.vitrine.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the log keeps what must not lie in the database.
 *
 * @param key file of the key that signs checkpoints; made at the first start, readable by the owner alone
 * @param checkpoints folder that every checkpoint is written to; best on another machine
 * @param origin name of the log, without spaces and plus signs; empty for one that is drawn at random. Counts only before there is a key
 */
@ConfigurationProperties("vitrine.audit")
record AuditSettings(@DefaultValue("./data/audit-key.pem") Path key, @DefaultValue("./data/checkpoints") Path checkpoints, @DefaultValue("") String origin) {

    AuditSettings {
        if (!origin.matches("[^\\s+]*")) {
            throw new IllegalArgumentException("vitrine.audit.origin is \"" + origin + "\", but the name of a log has no spaces and no plus signs");
        }
    }
}
