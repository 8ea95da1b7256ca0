package eu.vitrine.exchange;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assessment reads, gathered from records. */
public final class Subjects {

    /** Which artefacts a licence covers; decides whether rules about the model read it. */
    static final String ARTEFACTS = "licence.artefacts";
    /** The record that the large pre-training run began with. */
    static final String LIFECYCLE_OF = "model.lifecycle_of";
    private static final String WEIGHTS = "weights";

    private Subjects() {}

    /**
     * One subject for each record, in the same order.
     *
     * <p>Facts of the licence are those of the one whose artefacts hold the weights; of several the first in the file; none
     * there, none. In a scenario that does not say what the licence covers, it is taken to cover the weights; a file of one
     * licence is read whatever it covers, because it is asked about its text. Facts of the service are read where there is
     * exactly one. The record that {@code model.lifecycle_of} names is looked for among these records; where two share its
     * slug, the first one counts. What a use or a service refers to is gathered as {@link Gathering} says.
     */
    public static List<Subject> of(Collection<RecordFile> records) {
        return records.stream().map(record -> of(record, records)).toList();
    }

    /** The subject of one record; what it refers to is looked for among these. */
    public static Subject of(RecordFile record, Collection<RecordFile> records) {
        Gathering gathering = new Gathering(record, records);
        RecordFile model = gathering.model() == null ? record : gathering.model();
        RecordFile root = lifecycleOf(model, records);
        return new Subject(record.slug(), record.name(), record.version(), record.stated(), gathering.facts(),
                record.licences().isEmpty() ? model.licences() : record.licences(),
                record.services().isEmpty() ? model.services() : record.services(), root == null ? null : root.model());
    }

    /**
     * Every record whose facts the subject of a record is made from, itself first, the one its lifecycle began with last.
     */
    public static List<RecordFile> readFor(RecordFile record, Collection<RecordFile> records) {
        Gathering gathering = new Gathering(record, records);
        List<RecordFile> read = new ArrayList<>(List.of(record));
        read.addAll(gathering.others());
        RecordFile root = lifecycleOf(gathering.model() == null ? record : gathering.model(), records);
        if (root != null && !read.contains(root)) {
            read.add(root);
        }
        return List.copyOf(read);
    }

    /** The facts of one record by itself. */
    static Facts facts(RecordFile record) {
        Facts facts = record.model();
        if (record.provider() != null) {
            facts = facts.and(record.provider().facts());
        }
        facts = facts.and(licenceOfWeights(record));
        if (record.services().size() == 1) {
            facts = facts.and(record.services().getFirst().facts());
        }
        return facts.and(record.use()).and(record.organisation());
    }

    static Facts licenceOfWeights(RecordFile record) {
        if (record.shape() == RecordFile.Shape.LICENCE) {
            return record.licences().getFirst().facts();
        }
        for (Subject.Part licence : record.licences()) {
            Fact artefacts = licence.facts().get(ARTEFACTS);
            boolean covered = artefacts.claim().value() instanceof FactValue.Items items && items.values().contains(WEIGHTS);
            boolean silent = record.shape() == RecordFile.Shape.SCENARIO && artefacts.state() == State.UNKNOWN;
            if (covered || silent) {
                return licence.facts();
            }
        }
        return Facts.none();
    }

    /**
     * The record that the large pre-training run of a record began with, looked for among these as {@link #of} does; null
     * when it names none, names itself, or the one it names is not among them.
     */
    public static @Nullable RecordFile lifecycleOf(RecordFile record, Collection<RecordFile> records) {
        if (record.model().get(LIFECYCLE_OF).claim().value() instanceof FactValue.Text named
                && !named.value().equals(record.slug())) {
            return records.stream().filter(one -> one.slug().equals(named.value())).findFirst().orElse(null);
        }
        return null;
    }
}
