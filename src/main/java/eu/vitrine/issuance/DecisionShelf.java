package eu.vitrine.issuance;

import eu.vitrine.assessment.IssuedFiles.IssuedFile;
import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Sha256;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of issued dossiers of decisions: insert and read. */
@Repository
class DecisionShelf {

    private final JdbcClient jdbc;

    DecisionShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest edition.
     *
     * @param said SHA-256 of what it says of the decision
     */
    record Edition(int number, String said, IssuedDossier dossier) {}

    /** @throws DossierAltered if the kept file was changed */
    Optional<Edition> newest(int request) {
        return jdbc.sql("SELECT * FROM issued_decision WHERE request = ? ORDER BY edition DESC FETCH FIRST 1 ROWS ONLY").param(request).query((row, n) -> {
            int edition = row.getInt("edition");
            var about = new IssuedFile(row.getString("sha256"), row.getLong("size"), row.getObject("issued_at", OffsetDateTime.class).toInstant(), row.getString("actor_name"));
            byte[] file = row.getBytes("file");
            if (!Sha256.of(file).equals(about.sha256())) {
                throw new DossierAltered(name(request, edition), edition);
            }
            return new Edition(edition, row.getString("said"), new IssuedDossier(name(request, edition), about, file));
        }).optional();
    }

    /** Fails where somebody else issued that edition in the same moment. */
    void put(int request, Edition edition, Actor by, String product) {
        IssuedFile about = edition.dossier().about();
        jdbc.sql("INSERT INTO issued_decision (request, edition, said, file, sha256, size, issued_at, actor_id, actor_name, product, runtime)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(request, edition.number(), edition.said(), edition.dossier().file(), about.sha256(), about.size(), about.at().atOffset(ZoneOffset.UTC), by.id(), by.name(),
                        product, System.getProperty("java.vm.name") + " " + Runtime.version())
                .update();
    }

    static String name(int request, int edition) {
        return "approval-" + request + (edition == 1 ? "" : "-edition-" + edition) + ".pdf";
    }
}
