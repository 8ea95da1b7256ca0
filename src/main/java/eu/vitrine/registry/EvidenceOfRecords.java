package eu.vitrine.registry;

import eu.vitrine.evidence.Evidence;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which archived bytes the facts of records refer to, so that nothing removes them and their page says where they are used. */
@Component
class EvidenceOfRecords implements EvidenceUse {

    private final Evidence evidence;
    private final JdbcClient jdbc;
    private final VisibleRecords visible;

    EvidenceOfRecords(Evidence evidence, JdbcClient jdbc, VisibleRecords visible) {
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.visible = visible;
    }

    /**
     * Notes what a revision refers to, within the transaction that saves it.
     *
     * @throws eu.vitrine.evidence.NoSuchEvidence where a person or program attaches bytes that are not in the archive; files may
     *     name bytes of another archive
     */
    void attach(KeptRecord record, int number, RecordFile file, Revision.Origin origin) {
        Set<String> named = new LinkedHashSet<>(of(file, record.kind()));
        jdbc.sql("SELECT sha256 FROM registry_evidence WHERE record_id = ?").param(record.id()).query(String.class).list().forEach(named::remove);
        if (named.isEmpty()) {
            return;
        }
        boolean typed = origin == Revision.Origin.FORM || origin == Revision.Origin.API || origin == Revision.Origin.MERGE;
        evidence.hold(typed ? named : named.stream().filter(hash -> evidence.find(hash).isPresent()).toList());
        for (String hash : named) {
            jdbc.sql("INSERT INTO registry_evidence (sha256, record_id, number) VALUES (?, ?, ?)").params(hash, record.id(), number).update();
        }
    }

    private static Collection<String> of(RecordFile file, Kind kind) {
        return file.factsOf(kind).all().stream().flatMap(EvidenceOfRecords::of).distinct().toList();
    }

    private static Stream<String> of(Fact fact) {
        return Stream.concat(Stream.of(fact.claim()), fact.also().stream()).flatMap(EvidenceOfRecords::of);
    }

    private static Stream<String> of(Claim claim) {
        Stream<String> rows = claim.value() instanceof FactValue.Rows table ? table.rows().stream().flatMap(row -> row.evidence().stream()) : Stream.empty();
        return Stream.concat(claim.evidence().stream(), rows);
    }

    @Override
    public boolean holds(String sha256) {
        return jdbc.sql("SELECT count(*) FROM registry_evidence WHERE sha256 = ?").param(sha256).query(Integer.class).single() > 0;
    }

    @Override
    public List<Place> places(String sha256) {
        return jdbc.sql("SELECT r.kind, r.slug, r.name FROM registry_evidence e JOIN registry_record r ON r.id = e.record_id WHERE e.sha256 = :sha256"
                        + visible.and("r.unit") + " ORDER BY lower(r.name), r.slug")
                .param("sha256", sha256).param("units", visible.units())
                .query((row, n) -> place(Kind.valueOf(row.getString("kind")), row.getString("slug"), row.getString("name"))).list();
    }

    private static Place place(Kind kind, String slug, String name) {
        return new Place(name, RecordPaths.of(kind, slug), kind.code(), slug);
    }
}
