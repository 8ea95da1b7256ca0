package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every format that records are read from, and those of others that a model is written in. */
public final class Formats {

    private final RecordFiles ours;
    private final TableFormat tables;
    private final CycloneDx cycloneDx;
    private final SpdxDocument spdx;
    private final List<RecordFormat> others;

    private Formats(Vocabulary vocabulary, LicenceBook licences) {
        this.ours = new RecordFiles(vocabulary);
        this.tables = new TableFormat(vocabulary);
        this.cycloneDx = new CycloneDx(vocabulary, licences);
        this.spdx = new SpdxDocument(vocabulary, licences);
        this.others = List.of(new HuggingFaceCard(licences), cycloneDx, spdx, new OpenSourceIndex(licences), new ModelOpenness(licences), new TransparencyReport());
    }

    /** The formats of this product, for the facts of a vocabulary and the licences of a book. */
    public static Formats with(Vocabulary vocabulary, LicenceBook licences) {
        return new Formats(vocabulary, licences);
    }

    /** Our own first. */
    public List<RecordFormat> all() {
        return Stream.concat(Stream.of(ours, tables), others.stream()).toList();
    }

    /** The format with this id. */
    public Optional<RecordFormat> of(String id) {
        return all().stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The first format that a file looks like. Those with marks of their own are tried first, tables of whatever kind last. */
    public Optional<RecordFormat> recognise(Source file) {
        return Stream.concat(others.stream(), Stream.of(ours, tables)).filter(format -> format.recognises(file)).findFirst();
    }

    /** Tables, whose columns a person may have to explain. */
    public TableFormat tables() {
        return tables;
    }

    /** Bills of materials, to read and to write. */
    public CycloneDx cycloneDx() {
        return cycloneDx;
    }

    /** SPDX documents, to read and to write. */
    public SpdxDocument spdx() {
        return spdx;
    }
}
