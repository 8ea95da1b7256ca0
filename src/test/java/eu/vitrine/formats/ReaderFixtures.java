package eu.vitrine.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.RecordWriter;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files for the readers of foreign formats, and what they said in a form that a test can compare. */
final class ReaderFixtures {

    static final Vocabulary VOCABULARY = vocabulary();
    static final LicenceBook BOOK = LicenceBook.shipped(VOCABULARY);
    static final Day DAY = Day.parse("2026-11-23").orElseThrow();
    /** Real files that are not part of the product; elsewhere by the system property of this name. */
    private static final Path SHARED = Path.of(System.getProperty("vitrine.samples", "../shared/catalogue"));

    private ReaderFixtures() {}

    private static Vocabulary vocabulary() {
        try (Stream<Path> files = Files.list(Path.of("policies/vocabulary"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return VocabularyReader.read(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of our own. */
    static Source fixture(String name) {
        return file(Path.of("src/test/resources/formats"), name);
    }

    /** A real file; where the real files are absent the test is skipped. */
    static Source sample(String folder, String name) {
        assumeTrue(Files.isDirectory(SHARED), "the real samples are not here");
        return file(SHARED.resolve(folder), name);
    }

    /** All real files of a folder by name. */
    static List<Source> samples(String folder) {
        assumeTrue(Files.isDirectory(SHARED), "the real samples are not here");
        try (Stream<Path> files = Files.list(SHARED.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).sorted()
                    .map(name -> file(SHARED.resolve(folder), name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source file(Path folder, String name) {
        try {
            return new Source(name, Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source text(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a record says: values by fact id; of a provider, licence or service by slug and id. Further claims follow after a bar. */
    static Map<String, String> told(ImportedRecord record) {
        Map<String, String> told = new LinkedHashMap<>();
        put(told, "", record.file().model());
        if (record.file().provider() != null) {
            put(told, record.file().provider().slug() + "/", record.file().provider().facts());
        }
        record.file().licences().forEach(licence -> put(told, licence.slug() + "/", licence.facts()));
        record.file().services().forEach(service -> put(told, service.slug() + "/", service.facts()));
        return told;
    }

    private static void put(Map<String, String> told, String prefix, Facts facts) {
        for (Fact fact : facts.all()) {
            List<String> claims = new ArrayList<>(List.of(words(fact.claim())));
            fact.also().forEach(also -> claims.add(words(also)));
            told.put(prefix + fact.id(), String.join(" | ", claims));
        }
    }

    private static String words(Claim claim) {
        return claim.value() == null ? "(" + claim.state().code() + ")" : words(claim.value());
    }

    private static String words(FactValue value) {
        return switch (value) {
            case FactValue.Truth truth -> String.valueOf(truth.value());
            case FactValue.Text text -> text.value();
            case FactValue.Date date -> date.day().text();
            case FactValue.Amount amount -> String.valueOf(amount.value());
            case FactValue.Items items -> String.join(" ", items.values());
            case FactValue.Rows rows -> rows.rows().stream().map(row -> row.cells().values().stream().map(ReaderFixtures::words)
                    .collect(Collectors.joining(" "))).collect(Collectors.joining(", "));
        };
    }

    /** Remarks as "line problem", in order. */
    static List<String> said(List<Remark> remarks) {
        return remarks.stream().map(remark -> remark.place().line() + " " + remark.problem()).toList();
    }

    /** What keeps a record from being stored: problems of its own format, or facts that come back changed; empty when all is well. */
    static List<String> faults(ImportedRecord record) {
        List<String> faults = new ArrayList<>();
        for (byte[] written : List.of(record.file().canonical(), RecordWriter.with(VOCABULARY).yaml(record.file()))) {
            Reading back = RecordReader.with(VOCABULARY).read(List.of(new Source("back.yaml", written)));
            back.problems().forEach(problem -> faults.add(problem.toString()));
            if (back.problems().isEmpty() && !back.records().getFirst().equals(record.file())) {
                faults.add("comes back changed");
            }
        }
        told(record).keySet().stream().filter(id -> !record.places().containsKey(id)).forEach(id -> faults.add("no place of " + id));
        return faults;
    }
}
