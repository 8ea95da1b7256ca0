package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Documents of SPDX 3 in JSON-LD with the profiles for AI and data sets: reads 3.0 and 3.0.1 and writes 3.0.1. Only the
 * context of SPDX itself is understood, by its address; nothing is ever fetched.
 */
public final class SpdxDocument implements RecordFormat {

    private final Vocabulary vocabulary;
    private final LicenceNames names;
    private final RecordReader reader;

    /** Reads and writes the facts of this vocabulary and knows the licences of this book by name. */
    public SpdxDocument(Vocabulary vocabulary, LicenceBook licences) {
        this.vocabulary = vocabulary;
        this.names = new LicenceNames(licences);
        this.reader = RecordReader.with(vocabulary);
    }

    @Override
    public String id() {
        return "spdx";
    }

    @Override
    public String label() {
        return "SPDX 3 document";
    }

    @Override
    public boolean recognises(Source file) {
        return PlainFile.named(file, ".spdx3.json") || PlainFile.named(file, ".spdx.json") || PlainFile.beginning(file).contains("spdx.org/rdf/");
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Source file : files) {
            Imported imported = new SpdxReading(vocabulary, names, reader, origin, taken).read(file);
            records.addAll(imported.records());
            remarks.addAll(imported.remarks());
        }
        return new Imported(records, remarks);
    }

    /**
     * This model with its provider, licences and services.
     *
     * @param model a record in the shape of the catalogue
     * @param at the time that the document states, to the second; its identifiers follow from its content
     * @throws IllegalArgumentException when the record is of another shape
     */
    public BomExport write(RecordFile model, Instant at) {
        return new SpdxWriting(model, vocabulary).write(at);
    }
}
