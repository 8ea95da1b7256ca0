package eu.vitrine.exchange;

import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a use or a service refers to, found among records.
 *
 * <p>A use names its model and its service. A service embeds models: where it says that its list is complete and all of
 * them are at hand, the facts on which all of them agree are read; of anything else nothing is known. A use belongs to the
 * one organisation that is at hand. Of a model that was modified, the compute of the original comes from the original's
 * record. What a record states itself is never replaced.
 */
final class Gathering {

    private static final String USE_MODEL = "use.model";
    private static final String USE_SERVICE = "use.service";
    private static final String SERVICE_MODELS = "service.models";

    private final RecordFile record;
    private final Collection<RecordFile> records;
    private final List<RecordFile> others = new ArrayList<>();
    private final @Nullable RecordFile model;
    private final Facts facts;

    Gathering(RecordFile record, Collection<RecordFile> records) {
        this.record = record;
        this.records = records;
        Facts own = Subjects.facts(record);
        boolean gathers = !record.stated().contains(Kind.MODEL)
                && (record.stated().contains(Kind.USE) || record.stated().contains(Kind.SERVICE));
        Facts found = Facts.none();
        @Nullable RecordFile named = null;
        if (record.stated().contains(Kind.USE)) {
            found = found.and(organisation());
            if (!record.stated().contains(Kind.SERVICE)) {
                found = found.and(service(own));
            }
        }
        if (gathers) {
            named = text(own, USE_MODEL).flatMap(this::modelRecord).orElse(null);
            List<RecordFile> models = named != null ? List.of(named) : embedded(found.and(own));
            models.forEach(this::reads);
            found = found.and(agreed(models.stream().map(this::ofModel).toList()));
            named = models.size() == 1 ? models.getFirst() : null;
        }
        this.model = named;
        RecordFile modified = named == null ? record : named;
        this.facts = found.and(modified.stated().contains(Kind.MODEL) ? originalOf(modified) : Facts.none()).and(said(own));
    }

    /** The compute of the model that this one was made from, where the record of that one knows it. */
    private Facts originalOf(RecordFile modified) {
        Optional<RecordFile> original = Lineage.originalAmong(modified, records);
        original.ifPresent(this::reads);
        return Facts.of(original.flatMap(Lineage::originalCompute).stream().toList());
    }

    /** The facts of the record, with those of the records it refers to. */
    Facts facts() {
        return facts;
    }

    /** The one model that it refers to, or null. */
    @Nullable RecordFile model() {
        return model;
    }

    /** The records that facts were taken from, besides the record itself. */
    List<RecordFile> others() {
        return List.copyOf(others);
    }

    private void reads(RecordFile other) {
        if (other != record && !others.contains(other)) {
            others.add(other);
        }
    }

    private Facts organisation() {
        if (record.stated().contains(Kind.ORGANISATION)) {
            return Facts.none();
        }
        List<RecordFile> found = records.stream().filter(one -> one.stated().contains(Kind.ORGANISATION)
                && !one.stated().contains(Kind.USE) && !one.stated().contains(Kind.MODEL)).toList();
        if (found.size() != 1) {
            return Facts.none();
        }
        reads(found.getFirst());
        return found.getFirst().organisation();
    }

    private Facts service(Facts own) {
        String slug = text(own, USE_SERVICE).orElse(null);
        for (RecordFile one : slug == null ? List.<RecordFile>of() : records) {
            for (Subject.Part service : one.services()) {
                if (service.slug().equals(slug)) {
                    reads(one);
                    return service.facts();
                }
            }
        }
        return Facts.none();
    }

    private List<RecordFile> embedded(Facts known) {
        Fact embedded = known.get(SERVICE_MODELS);
        if (!(embedded.claim().value() instanceof FactValue.Items items) || items.values().isEmpty()
                || embedded.claim().completeness() != Completeness.COMPLETE) {
            return List.of();
        }
        List<Optional<RecordFile>> found = items.values().stream().map(this::modelRecord).toList();
        return found.stream().allMatch(Optional::isPresent) ? found.stream().map(Optional::get).toList() : List.of();
    }

    private Optional<RecordFile> modelRecord(String slug) {
        return records.stream().filter(one -> one.slug().equals(slug) && one.stated().contains(Kind.MODEL)).findFirst();
    }

    /** Facts of a model with its provider and the licence of its weights, as far as the record does not speak of these itself. */
    private Facts ofModel(RecordFile one) {
        Facts found = one.model();
        if (one.provider() != null && !record.stated().contains(Kind.PROVIDER)) {
            found = found.and(one.provider().facts());
        }
        return record.stated().contains(Kind.LICENCE) ? found : found.and(Subjects.licenceOfWeights(one));
    }

    /** The facts that all of these hold alike. */
    private static Facts agreed(List<Facts> all) {
        if (all.isEmpty()) {
            return Facts.none();
        }
        Facts first = all.getFirst();
        return Facts.of(first.all().stream().filter(fact -> all.stream().allMatch(one -> one.get(fact.id()).equals(fact))).toList());
    }

    /** What is not merely listed as unknown. */
    private static Facts said(Facts facts) {
        return Facts.of(facts.all().stream().filter(fact -> !fact.equals(Fact.unknown(fact.id()))).toList());
    }

    private static Optional<String> text(Facts facts, String id) {
        return facts.get(id).claim().value() instanceof FactValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
