package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.assessment.Examples;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.facts.VocabularyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExampleFilesTests {

    @Test
    void every_example_in_the_documents_is_offered_and_none_else() throws IOException {
        try (var files = Files.list(Path.of("docs/examples"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList()).containsExactlyInAnyOrderElementsOf(ExampleFiles.NAMES);
        }
    }

    @Test
    void each_example_is_one_record_of_one_kind() throws IOException {
        var vocabulary = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("policies/vocabulary"))) {
            for (Path file : files.toList()) {
                vocabulary.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        Reading reading = RecordReader.with(VocabularyReader.read(vocabulary)).read(Examples.files());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records()).allSatisfy(record -> assertThat(record.stated()).as(record.slug()).hasSize(1));
    }
}
