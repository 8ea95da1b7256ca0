package eu.vitrine.issuance;

import eu.vitrine.assessment.IssuedFiles;
import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of issued dossiers: insert and read. */
@Repository
class DossierShelf implements IssuedFiles {

    private final JdbcClient jdbc;

    DossierShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<IssuedFile> of(String slug, int number) {
        return jdbc.sql("SELECT sha256, size, issued_at, actor_name FROM issued_dossier WHERE model_slug = ? AND number = ?")
                .params(slug, number).query((row, n) -> about(row)).optional();
    }

    /** The bytes with what is said of them, checked against their hash. */
    Optional<IssuedDossier> file(String slug, int number) {
        return jdbc.sql("SELECT sha256, size, issued_at, actor_name, file FROM issued_dossier WHERE model_slug = ? AND number = ?")
                .params(slug, number)
                .query((row, n) -> checked(slug, number, new IssuedDossier(name(slug, number), about(row), row.getBytes("file"))))
                .optional();
    }

    private static IssuedDossier checked(String slug, int number, IssuedDossier dossier) {
        if (!Sha256.of(dossier.file()).equals(dossier.about().sha256())) {
            throw new DossierAltered(slug, number);
        }
        return dossier;
    }

    /** Fails where one was issued for this assessment already. */
    void put(String slug, int number, IssuedDossier dossier, Actor by, String product) {
        jdbc.sql("INSERT INTO issued_dossier (model_slug, number, file, sha256, size, issued_at, actor_id, actor_name, product, runtime)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(slug, number, dossier.file(), dossier.about().sha256(), dossier.about().size(),
                        dossier.about().at().atOffset(ZoneOffset.UTC), by.id(), by.name(), product,
                        System.getProperty("java.vm.name") + " " + Runtime.version())
                .update();
    }

    private static IssuedFile about(ResultSet row) throws SQLException {
        return new IssuedFile(row.getString("sha256"), row.getLong("size"), row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"));
    }

    static String name(String slug, int number) {
        return slug.replaceAll("[^A-Za-z0-9._-]", "-") + "-assessment-" + number + ".pdf";
    }
}
