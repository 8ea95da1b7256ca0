package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.PolicySetReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Policy sets by digest: the one in force, and those that earlier assessments were made by. */
@Repository
class PolicyArchive {

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Clock clock;
    private final Map<PolicySet.Identity, PolicySet> earlier = new ConcurrentHashMap<>();

    PolicyArchive(JdbcClient jdbc, Policies policies, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
    }

    /** Keeps the set in force, if it is not kept yet, in the caller's transaction. */
    void keep(PolicySet set) {
        PolicySet.Identity identity = set.identity();
        int kept = jdbc.sql("SELECT count(*) FROM policy_set WHERE rules_digest = ? AND text_digest = ?")
                .params(identity.rulesDigest(), identity.textDigest()).query(Integer.class).single();
        if (kept == 0) {
            jdbc.sql("INSERT INTO policy_set (rules_digest, text_digest, version, law_version, files, first_used) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(identity.rulesDigest(), identity.textDigest(), identity.version(), identity.lawVersion(),
                            policies.files().withoutCases().bytes(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The set of that identity. */
    PolicySet set(PolicySet.Identity identity) {
        PolicySet current = policies.current();
        return current.identity().equals(identity) ? current : earlier.computeIfAbsent(identity, this::read);
    }

    private PolicySet read(PolicySet.Identity identity) {
        byte[] files = jdbc.sql("SELECT files FROM policy_set WHERE rules_digest = ? AND text_digest = ?")
                .params(identity.rulesDigest(), identity.textDigest()).query((row, n) -> row.getBytes("files")).single();
        PolicySet set = PolicySetReader.read(PolicyFiles.of(files).byName());
        if (!set.identity().equals(identity)) {
            throw new IllegalStateException("The files kept for policy set " + identity + " are those of " + set.identity());
        }
        return set;
    }
}
