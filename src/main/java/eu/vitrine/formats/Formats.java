package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Every format that records are read from, our own first. */
public final class Formats {

    private final List<RecordFormat> all;

    private Formats(List<RecordFormat> all) {
        this.all = List.copyOf(all);
    }

    /** The formats of this product, for the facts of a vocabulary. */
    public static Formats with(Vocabulary vocabulary) {
        return new Formats(List.of(new RecordFiles(vocabulary), new TableFormat(vocabulary)));
    }

    /** In the order in which they are tried. */
    public List<RecordFormat> all() {
        return all;
    }

    /** The format with this id. */
    public Optional<RecordFormat> of(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The first format that a file looks like. */
    public Optional<RecordFormat> recognise(Source file) {
        return all.stream().filter(format -> format.recognises(file)).findFirst();
    }
}
