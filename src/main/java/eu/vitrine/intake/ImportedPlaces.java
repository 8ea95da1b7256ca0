package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FactPlaces;
import eu.vitrine.registry.ImportPlans;
import eu.vitrine.registry.Revision;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places of the facts that imports brought, as long as nobody has changed the facts since. */
@Component
@Transactional(readOnly = true)
class ImportedPlaces implements FactPlaces {

    private final JdbcClient jdbc;
    private final ImportPlans plans;

    ImportedPlaces(JdbcClient jdbc, ImportPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    private record Kept(String fact, int revision, Came came) {}

    @Override
    public Map<String, List<Came>> of(Kind kind, String slug) {
        List<Kept> kept = jdbc.sql("SELECT p.fact_id, p.revision, p.further, p.file, p.line, p.path, i.owner_name, i.saved_at FROM intake_place p"
                        + " JOIN intake_import i ON i.id = p.import_id WHERE p.kind = ? AND p.slug = ? AND i.state = 'SAVED' ORDER BY p.revision DESC")
                .params(kind.name(), slug)
                .query((row, n) -> new Kept(row.getString("fact_id"), row.getInt("revision"), new Came(row.getString("file"), row.getInt("line"), row.getString("path"),
                        row.getString("owner_name"), row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getBoolean("further")))).list();
        if (kept.isEmpty()) {
            return Map.of();
        }
        Map<String, Revision> claimed = plans.claimedBy(kind, slug);
        Map<String, List<Came>> places = new LinkedHashMap<>();
        for (Kept one : kept) {
            List<Came> of = places.computeIfAbsent(one.fact(), fact -> new ArrayList<>());
            Revision revision = claimed.get(one.fact());
            boolean stands = one.came().further() ? of.stream().noneMatch(Came::further) : revision != null && revision.pin().number() == one.revision();
            if (stands) {
                of.add(one.came());
            }
        }
        return places;
    }
}
