package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.PolicyFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Policy sets whole, by digest: those in force, proposed, or used by earlier assessments. Inserted and never changed. */
@Repository
class PolicyArchive {

    private final JdbcClient jdbc;
    private final ShippedSet shipped;
    private final Clock clock;
    private final Map<PolicySet.Identity, KeptSet> read = new ConcurrentHashMap<>();

    PolicyArchive(JdbcClient jdbc, ShippedSet shipped, Clock clock) {
        this.jdbc = jdbc;
        this.shipped = shipped;
        this.clock = clock;
    }

    /** Keeps a set, if it is not kept yet, in the caller's transaction. */
    void keep(KeptSet kept) {
        PolicySet.Identity identity = kept.identity();
        int known = jdbc.sql("SELECT count(*) FROM policy_set WHERE rules_digest = ? AND text_digest = ?")
                .params(identity.rulesDigest(), identity.textDigest()).query(Integer.class).single();
        if (known == 0) {
            jdbc.sql("INSERT INTO policy_set (rules_digest, text_digest, version, law_version, files, cases, first_used)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(identity.rulesDigest(), identity.textDigest(), identity.version(), identity.lawVersion(),
                            kept.files().withoutCases().bytes(), kept.files().cases().bytes(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /**
     * The set of that identity.
     *
     * @throws eu.vitrine.facts.InvalidFile if this release cannot read it
     */
    PolicySet set(PolicySet.Identity identity) {
        return get(identity).set();
    }

    /** The same with its files; with those of its cases where they were kept. */
    KeptSet get(PolicySet.Identity identity) {
        return shipped.get().identity().equals(identity) ? shipped.get() : read.computeIfAbsent(identity, this::fromFiles);
    }

    /** What identifies the set that was kept last; empty where none was. */
    Optional<PolicySet.Identity> newest() {
        return jdbc.sql("SELECT version, law_version, rules_digest, text_digest FROM policy_set"
                + " ORDER BY first_used DESC, rules_digest FETCH FIRST 1 ROWS ONLY").query(PolicyArchive::identity).optional();
    }

    static PolicySet.Identity identity(ResultSet row, int n) throws SQLException {
        return new PolicySet.Identity(row.getString("version"), row.getString("law_version"), row.getString("rules_digest"),
                row.getString("text_digest"));
    }

    private KeptSet fromFiles(PolicySet.Identity identity) {
        return jdbc.sql("SELECT files, cases FROM policy_set WHERE rules_digest = ? AND text_digest = ?")
                .params(identity.rulesDigest(), identity.textDigest())
                .query((row, n) -> fromFiles(identity, row.getBytes("files"), row.getBytes("cases"))).single();
    }

    private static KeptSet fromFiles(PolicySet.Identity identity, byte[] files, byte @Nullable [] cases) {
        PolicyFiles own = PolicyFiles.of(files);
        PolicySet set = PolicyFolder.of(own.byName());
        if (!set.identity().equals(identity)) {
            throw new IllegalStateException("The files kept for policy set " + identity + " are those of " + set.identity());
        }
        Map<String, String> all = new TreeMap<>(own.byName());
        if (cases != null) {
            all.putAll(PolicyFiles.of(cases).byName());
        }
        return new KeptSet(set, new PolicyFiles(all));
    }
}
