package eu.vitrine.assessment;

import eu.vitrine.exchange.KeptObservations;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that an assessment read, as canonical bytes, and what others had observed about the model by then. Nothing else is needed
 * to repeat it or to print it.
 *
 * @param record what was assessed: a model with provider, licences and services; a use; the organisation
 * @param lifecycle the record that a model's large pre-training run began with, or null where there is none or it was not
 *     in the registry; null for any other record
 * @param beside the further records that were read, in their order
 * @param observations of a model the findings of others with their review as {@link KeptObservations}; no rule reads them. Null for any
 *     other record, and where an earlier release kept none
 */
record Snapshot(byte[] record, byte @Nullable [] lifecycle, List<byte[]> beside, byte @Nullable [] observations) {

    Snapshot {
        beside = List.copyOf(beside);
    }

    /**
     * The records that were gathered for an assessment, the record itself first.
     *
     * @param observations what others observed about the model; null for any other record
     */
    static Snapshot of(Kind kind, List<RecordFile> files, @Nullable List<Observation> observations) {
        RecordFile assessed = files.getFirst();
        RecordFile root = kind == Kind.MODEL ? Subjects.lifecycleOf(assessed, files) : null;
        return new Snapshot(assessed.canonical(), root == null ? null : root.canonical(),
                files.stream().skip(1).filter(file -> file != root).map(RecordFile::canonical).toList(),
                observations == null ? null : KeptObservations.bytes(observations));
    }

    /** The bytes of every record, the one assessed first. */
    List<byte[]> all() {
        List<byte[]> all = new ArrayList<>(List.of(record));
        if (lifecycle != null) {
            all.add(lifecycle);
        }
        all.addAll(beside);
        return all;
    }

    /** SHA-256 over the lines with the SHA-256 of each record, in their order, and of the observations where they were kept. */
    String sha256() {
        StringBuilder lines = new StringBuilder();
        all().forEach(bytes -> lines.append(Sha256.of(bytes)).append('\n'));
        if (observations != null) {
            lines.append(Sha256.of(observations)).append('\n');
        }
        return Sha256.of(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * What came of reading it.
     *
     * @param files every record that was read, the one assessed first
     * @param observations what others observed about the model, with its review; null where it was not kept
     */
    record Read(List<RecordFile> files, Subject subject, @Nullable List<Observation> observations) {

        RecordFile record() {
            return files.getFirst();
        }

        /** Canonical JSON of the record whose facts stand in as those of the lifecycle; null where there are none. */
        byte @Nullable [] lifecycle() {
            return subject.lifecycle() == null ? null
                    : files.stream().skip(1).filter(file -> file.model().equals(subject.lifecycle())).findFirst().map(RecordFile::canonical).orElse(null);
        }
    }

    /**
     * Reads the bytes with the words of the set that they were assessed by; where they hold facts that are younger than the set,
     * with those of this release, which knows all older ones as well.
     *
     * @throws InvalidFile if neither can
     */
    Read read(Vocabulary ofSet, Vocabulary ofRelease) {
        try {
            return read(ofSet);
        } catch (InvalidFile e) {
            return read(ofRelease);
        }
    }

    /** Each record for itself, because kinds may share a slug. */
    private Read read(Vocabulary vocabulary) {
        RecordReader reader = RecordReader.ofKept(vocabulary);
        List<RecordFile> files = new ArrayList<>();
        for (byte[] bytes : all()) {
            Reading reading = reader.read(List.of(new Source("record " + (files.size() + 1), bytes)));
            if (!reading.problems().isEmpty()) {
                throw new InvalidFile(reading.problems());
            }
            files.addAll(reading.records());
        }
        return new Read(List.copyOf(files), Subjects.of(files).getFirst(), observations == null ? null : KeptObservations.read(observations));
    }
}
