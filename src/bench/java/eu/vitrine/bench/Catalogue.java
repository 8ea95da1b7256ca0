package eu.vitrine.bench;

import eu.vitrine.dossier.Beside;
import eu.vitrine.dossier.DossierContent;
import eu.vitrine.dossier.Issue;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records that ship with the product, read once: what every benchmark works on.
 *
 * @param records in the order of their file names
 * @param subjects one for each record, in the same order
 */
record Catalogue(List<RecordFile> records, List<Subject> subjects) {

    /** The day the law is read for, fixed so that runs can be compared. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static final Path FOLDER = Path.of("src/main/resources/catalogue");

    static Catalogue read(PolicySet set) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                sources.add(new Source(file.toString(), Files.readAllBytes(file)));
            }
        }
        Reading reading = RecordReader.with(set.vocabulary()).read(sources);
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException("the catalogue cannot be read: " + reading.problems());
        }
        return new Catalogue(reading.records(), reading.subjects());
    }

    /** What the dossier of each record says. */
    List<DossierContent> dossiers(PolicySet set) {
        List<DossierContent> dossiers = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            RecordFile record = records.get(i);
            List<Beside> beside = eu.vitrine.exchange.Subjects.readFor(record, records).stream().skip(1)
                    .map(one -> new Beside(one.slug(), one.name(), one.stated(), one.canonical())).toList();
            Evaluation evaluation = set.evaluate(subjects.get(i), DAY);
            dossiers.add(new DossierContent(subjects.get(i), evaluation, set.vocabulary(), set, DossierContent.Observed.stated(record.findings()), record.indices(),
                    record.opinions(), record.gaps(), record.canonical(), beside, Issue.ofFile(evaluation, "bench")));
        }
        return dossiers;
    }
}
