package eu.vitrine.censorship;

import eu.vitrine.evidence.Evidence;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.VisibleRecords;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which archived bytes findings refer to. */
@Component
class EvidenceOfFindings implements EvidenceUse {

    private final Evidence evidence;
    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    EvidenceOfFindings(Evidence evidence, JdbcClient jdbc, VisibleRecords visible) {
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /**
     * Notes what a version refers to, within the transaction that writes it.
     *
     * @throws eu.vitrine.evidence.NoSuchEvidence where something named is not in the archive
     */
    void attach(UUID finding, List<String> named) {
        if (named.isEmpty()) {
            return;
        }
        evidence.hold(named);
        List<String> before = jdbc.sql("SELECT sha256 FROM behaviour_finding_evidence WHERE finding_id = ?").param(finding).query(String.class).list();
        for (String hash : named) {
            if (!before.contains(hash)) {
                jdbc.sql("INSERT INTO behaviour_finding_evidence (sha256, finding_id) VALUES (?, ?)").params(hash, finding).update();
            }
        }
    }

    @Override
    public boolean holds(String sha256) {
        return jdbc.sql("SELECT count(*) FROM behaviour_finding_evidence WHERE sha256 = ?").param(sha256).query(Integer.class).single() > 0;
    }

    @Override
    public List<Place> places(String sha256) {
        return jdbc.sql("SELECT f.id, f.model_slug FROM behaviour_finding_evidence e JOIN behaviour_finding f ON f.id = e.finding_id WHERE e.sha256 = :sha256"
                        + visible.and("'model'", "f.model_slug") + " ORDER BY f.created_at, f.id")
                .param("sha256", sha256).param("units", visible.units())
                .query((row, n) -> new Place("Finding about " + row.getString("model_slug"),
                        "/models/" + row.getString("model_slug") + "/findings/" + row.getObject("id", UUID.class), Kind.MODEL.code(), row.getString("model_slug"))).list();
    }
}
