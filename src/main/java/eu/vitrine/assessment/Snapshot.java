package eu.vitrine.assessment;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that an assessment read, as canonical bytes. Nothing else is needed to repeat it.
 *
 * @param record the model with provider, licences and services
 * @param lifecycle the record that the model's large pre-training run began with, or null where there is none or it was not
 *     in the registry
 */
record Snapshot(byte[] record, byte @Nullable [] lifecycle) {

    /** SHA-256 over the lines with the SHA-256 of the record and, where there is one, of the lifecycle. */
    String sha256() {
        String lines = Sha256.of(record) + "\n" + (lifecycle == null ? "" : Sha256.of(lifecycle) + "\n");
        return Sha256.of(lines.getBytes(StandardCharsets.US_ASCII));
    }

    /** What came of reading it. */
    record Read(RecordFile record, Subject subject) {}

    /**
     * Reads the bytes with the words of the set that they were assessed by; where they hold facts that are younger than the set,
     * with those of this release, which knows all older ones as well.
     *
     * @throws InvalidFile if neither can
     */
    Read read(Vocabulary ofSet, Vocabulary ofRelease) {
        Reading reading = reading(ofSet);
        if (!reading.problems().isEmpty()) {
            reading = reading(ofRelease);
        }
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        return new Read(reading.records().getFirst(), reading.subjects().getFirst());
    }

    private Reading reading(Vocabulary vocabulary) {
        Source model = new Source("the record", record);
        return RecordReader.with(vocabulary)
                .read(lifecycle == null ? List.of(model) : List.of(model, new Source("the lifecycle", lifecycle)));
    }
}
