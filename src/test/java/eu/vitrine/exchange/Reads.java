package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Short ways to read texts with the shipped vocabulary. */
final class Reads {

    private static final RecordReader READER = RecordReader.with(Shipped.VOCABULARY);

    private Reads() {}

    static Reading read(List<Source> files) {
        return READER.read(files);
    }

    static Source file(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(String text) {
        return READER.read(List.of(file("a.yaml", text)));
    }

    /** The record of a text that must have no problem. */
    static RecordFile record(String text) {
        Reading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.records().getFirst();
    }

    static List<String> problems(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    /** A scenario with these lines as its facts. */
    static String scenario(String... facts) {
        return "slug: s\nname: S\nfacts:\n" + String.join("", Arrays.stream(facts).map(fact -> "  " + fact + "\n").toList());
    }

    /** What a scenario says about one fact of the model. */
    static Fact fact(String id, String value) {
        return record(scenario(id + ": " + value)).model().get(id);
    }

    static Claim claim(String id, String value) {
        return fact(id, value).claim();
    }

    /** A record that ships with the product. */
    static RecordFile shipped(String slug) {
        try {
            return read(List.of(new Source(slug + ".yaml", java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/main/resources/catalogue", slug + ".yaml")))))
                    .records().getFirst();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
