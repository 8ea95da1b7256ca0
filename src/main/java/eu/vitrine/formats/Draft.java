package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record while its file is read. Two different values for one fact are both kept: the first is the claim, the other stands
 * beside it as what another passage says.
 */
final class Draft {

    private final Citation citation;
    private final Remarks remarks;
    private final Map<String, Fact> model = new LinkedHashMap<>();
    private final Map<String, Fact> provider = new LinkedHashMap<>();
    private final Map<String, Map<String, Fact>> licences = new LinkedHashMap<>();
    private final List<IndexEntry> indices = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private @Nullable String providerSlug;

    Draft(Citation citation, Remarks remarks) {
        this.citation = citation;
        this.remarks = remarks;
    }

    Citation citation() {
        return citation;
    }

    Remarks remarks() {
        return remarks;
    }

    /** States a fact of the model. */
    void model(String id, FactValue value, Place place, @Nullable String note) {
        put(model, "", id, citation.claim(value, note), value, place);
    }

    /** States that a fact of the model is in this state. */
    void model(String id, State state, Place place, String note) {
        put(model, "", id, citation.claim(state, note), null, place);
    }

    /** Names the provider; its facts follow. */
    void provider(String slug) {
        providerSlug = slug;
    }

    @Nullable String provider() {
        return providerSlug;
    }

    /** States a fact of the provider named before. */
    void provider(String id, FactValue value, Place place, @Nullable String note) {
        put(provider, Objects.requireNonNull(providerSlug) + "/", id, citation.claim(value, note), value, place);
    }

    /** States the identifier of a licence, which brings the licence into the record. */
    void licence(LicenceNames.Named licence, Place place, @Nullable String note) {
        licence(licence.slug(), "licence.id", new FactValue.Text(licence.id()), place, note);
    }

    /** States a fact of a licence. */
    void licence(String slug, String id, FactValue value, Place place, @Nullable String note) {
        put(licences.computeIfAbsent(slug, key -> new LinkedHashMap<>()), slug + "/", id, citation.claim(value, note), value, place);
    }

    /** Adds to the artefacts that a licence covers. */
    void covers(String slug, String artefact, Place place, @Nullable String note) {
        Map<String, Fact> licence = licences.computeIfAbsent(slug, key -> new LinkedHashMap<>());
        Fact before = licence.remove("licence.artefacts");
        List<String> artefacts = new ArrayList<>();
        if (before != null && before.claim().value() instanceof FactValue.Items items) {
            artefacts.addAll(items.values());
        }
        if (!artefacts.contains(artefact)) {
            artefacts.add(artefact);
        }
        String kept = before == null ? note : before.claim().note();
        licence(slug, "licence.artefacts", new FactValue.Items(artefacts), place, kept);
    }

    /** Whether something is known of this licence. */
    boolean licenceStates(String slug, String id) {
        return licences.getOrDefault(slug, Map.of()).containsKey(id);
    }

    /** Whether the record says that this licence covers this artefact. */
    boolean covers(String slug, String artefact) {
        Fact fact = licences.getOrDefault(slug, Map.of()).get("licence.artefacts");
        return fact != null && fact.claim().value() instanceof FactValue.Items items && items.values().contains(artefact);
    }

    void index(IndexEntry entry) {
        indices.add(entry);
    }

    void gap(String words) {
        gaps.add(words);
    }

    boolean states(String id) {
        return model.containsKey(id);
    }

    /** Whether a row of this table begins with this text. */
    boolean names(String id, String text) {
        Fact fact = model.get(id);
        return fact != null && fact.claim().value() instanceof FactValue.Rows rows && rows.rows().stream()
                .anyMatch(row -> row.cells().values().stream().findFirst().filter(new FactValue.Text(text)::equals).isPresent());
    }

    /** Whether the file said nothing at all that is a fact. */
    boolean empty() {
        return model.isEmpty() && provider.isEmpty() && licences.isEmpty() && indices.isEmpty();
    }

    private void put(Map<String, Fact> facts, String prefix, String id, Claim claim, @Nullable FactValue value, Place place) {
        String unfit = unfit(value);
        if (unfit != null) {
            remarks.leftOut(place, id, null, unfit, null);
            return;
        }
        Fact before = facts.get(id);
        if (before == null) {
            facts.put(id, new Fact(id, claim, List.of()));
            places.putIfAbsent(prefix + id, place);
        } else if (!Objects.equals(before.claim().value(), value) && before.also().stream().noneMatch(also -> Objects.equals(also.value(), value))) {
            List<Claim> also = new ArrayList<>(before.also());
            also.add(claim);
            facts.put(id, new Fact(id, before.claim(), also));
        }
    }

    private static @Nullable String unfit(@Nullable FactValue value) {
        return switch (value) {
            case null -> null;
            case FactValue.Text text -> Wording.unfit(text.value());
            case FactValue.Items items -> items.values().stream().map(Wording::unfit).filter(Objects::nonNull).findFirst().orElse(null);
            case FactValue.Rows rows -> rows.rows().stream().flatMap(row -> row.cells().values().stream()).map(Draft::unfit)
                    .filter(Objects::nonNull).findFirst().orElse(null);
            default -> null;
        };
    }

    /** The record. */
    ImportedRecord record(String slug, String name, @Nullable String version, @Nullable String family, Place place) {
        RecordFile file = new RecordFile(
                RecordFile.Shape.CATALOGUE, slug, name, version, family, Facts.of(model.values()),
                providerSlug == null ? null : new Subject.Part(Kind.PROVIDER, providerSlug, Facts.of(provider.values())),
                licences.entrySet().stream()
                        .map(each -> new Subject.Part(Kind.LICENCE, each.getKey(), Facts.of(each.getValue().values()))).toList(),
                List.of(), Facts.none(), Facts.none(), List.of(), indices, List.of(), gaps, null);
        return new ImportedRecord(file, place, places);
    }
}
