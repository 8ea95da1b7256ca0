package eu.vitrine.registry;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head revision of a model. Facts of provider, licences and services stand in their own records; see
 * {@link ModelRegistry#provider}, {@link ModelRegistry#licence} and {@link ModelRegistry#service}.
 *
 * @param head the revision shown
 * @param version version of the model as its record names it
 * @param facts facts of the model itself
 * @param provider who places it on the market, or null where the record names nobody
 * @param licences licences with what each covers, in the order of the record
 * @param services services that offer it, in the order of the record
 * @param findings what others measured; read by no rule
 * @param indices what indices say; read by no rule
 * @param opinions readings of whoever wrote the record; read by no rule
 * @param gaps what the record lacks, in words
 * @param recordWritten when the record was written
 */
public record ModelRecord(
        Revision head,
        String slug,
        String name,
        @Nullable String version,
        @Nullable String family,
        Facts facts,
        @Nullable RecordName provider,
        List<LicenceOfModel> licences,
        List<RecordName> services,
        List<PublishedFinding> findings,
        List<IndexEntry> indices,
        List<Opinion> opinions,
        List<String> gaps,
        @Nullable Day recordWritten) {

    /**
     * A licence among those of a model.
     *
     * @param artefacts the fact {@code licence.artefacts}: what of this model the licence covers
     */
    public record LicenceOfModel(RecordName licence, Fact artefacts) {

        /** Whether it is stated to cover the weights. */
        public boolean coversWeights() {
            return artefacts.claim().value() instanceof eu.vitrine.facts.FactValue.Items items && items.values().contains("weights");
        }
    }

    public ModelRecord {
        licences = List.copyOf(licences);
        services = List.copyOf(services);
    }

    /** The licence that rules about the model read: the first that covers the weights. */
    public Optional<RecordName> licenceOfWeights() {
        return licences.stream().filter(LicenceOfModel::coversWeights).map(LicenceOfModel::licence).findFirst();
    }
}
