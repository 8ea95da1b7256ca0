package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples in {@code docs/exchange.md} are files that can be read. */
class DocumentedExamplesTests {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<Source> examples() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/exchange.md")));
        List<Source> examples = new ArrayList<>();
        while (matcher.find()) {
            examples.add(Reads.file("example-" + examples.size() + ".yaml", matcher.group(1)));
        }
        return examples;
    }

    @Test
    void the_examples_are_read_without_a_problem() throws IOException {
        Reading reading = Reads.read(examples());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records()).extracting(RecordFile::shape)
                .containsExactly(RecordFile.Shape.CATALOGUE, RecordFile.Shape.SCENARIO, RecordFile.Shape.LICENCE);
        assertThat(reading.records().get(1).stated()).containsExactly(Kind.MODEL, Kind.LICENCE, Kind.USE, Kind.ORGANISATION);
    }
}
