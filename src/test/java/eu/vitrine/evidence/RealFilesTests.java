package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that providers and projects really publish, where they are at hand. */
class RealFilesTests {

    private static final Path SAMPLES = Path.of(System.getProperty("vitrine.samples", "../shared/catalogue"));

    @Test
    void what_is_really_published_is_kept_and_read() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples are not at hand");
        var sniffing = new Sniffing();
        var texts = new ReadableText();
        List<String> refused = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> FileKind.byName(file.getFileName().toString()).isPresent()).toList()) {
                try {
                    FileKind kind = sniffing.kind(file.getFileName().toString(), file);
                    if (texts.lines(kind, file).filter(lines -> !lines.isEmpty()).isPresent()) {
                        read++;
                    }
                } catch (EvidenceRefused e) {
                    refused.add(file.getFileName() + ": " + e.getMessage());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(read).isPositive();
    }
}
