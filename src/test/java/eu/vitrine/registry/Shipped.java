package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue and the policies as they ship, read as the command line reads them. */
final class Shipped {

    static final PolicySet POLICIES = PolicyFolder.shipped();
    static final List<Source> FILES = files();
    static final List<RecordFile> RECORDS = RecordReader.with(POLICIES.vocabulary()).read(FILES).records();

    private Shipped() {}

    private static List<Source> files() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalogue"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(Shipped::source).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Path file) {
        try {
            return new Source(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
