package eu.vitrine.exchange;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The licence texts on board, clause by clause. They inform people and by themselves never fill in a record: what a
 * licence's record leaves open stays open, whatever the licence is called, until a person takes a clause over.
 */
public final class LicenceBook {

    private static final String FOLDER = "/licences/";

    private final List<Text> texts;

    private LicenceBook(List<Text> texts) {
        this.texts = texts;
    }

    /**
     * One licence text.
     *
     * @param slug short name, unique in the book
     * @param name name for people, with the version where there are several
     * @param clauses facts of the kind licence, none about what it covers
     */
    public record Text(String slug, String name, Facts clauses) {}

    /**
     * The book that ships with the product, read anew.
     *
     * @throws IllegalStateException when the product was built without one of its files, or with one that cannot be read
     */
    public static LicenceBook shipped(Vocabulary vocabulary) {
        Stream<String> names = new String(bytes("index.txt"), StandardCharsets.UTF_8).lines();
        Reading reading = RecordReader.with(vocabulary).read(names.map(name -> new Source(name, bytes(name))).toList());
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException("the licences on board cannot be read: " + reading.problems());
        }
        return new LicenceBook(reading.records().stream()
                .map(file -> new Text(file.slug(), file.name(), file.licences().getFirst().facts()))
                .sorted(Comparator.comparing(Text::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    private static byte[] bytes(String name) {
        try (InputStream in = LicenceBook.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the product was built without " + name + " of its licences");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text, by name. */
    public List<Text> texts() {
        return texts;
    }

    /** The text of that slug, or empty. */
    public Optional<Text> text(String slug) {
        return texts.stream().filter(text -> text.slug().equals(slug)).findFirst();
    }
}
