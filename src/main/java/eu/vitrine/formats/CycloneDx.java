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
 * Bills of materials of CycloneDX for machine learning: reads 1.5, 1.6 and 1.7 and writes 1.6 and 1.7, each in JSON and XML.
 * Nothing outside the file is ever looked at.
 */
public final class CycloneDx implements RecordFormat {

    /** The versions that are written. */
    public enum Version {
        V1_6("1.6"), V1_7("1.7");

        private final String text;

        Version(String text) {
            this.text = text;
        }

        /** As written in documents. */
        public String text() {
            return text;
        }
    }

    /** The two encodings, which say the same. */
    public enum Encoding { JSON, XML }

    private final Vocabulary vocabulary;
    private final LicenceNames names;
    private final RecordReader reader;

    /** Reads and writes the facts of this vocabulary and knows the licences of this book by name. */
    public CycloneDx(Vocabulary vocabulary, LicenceBook licences) {
        this.vocabulary = vocabulary;
        this.names = new LicenceNames(licences);
        this.reader = RecordReader.with(vocabulary);
    }

    @Override
    public String id() {
        return "cyclonedx";
    }

    @Override
    public String label() {
        return "CycloneDX bill of materials";
    }

    @Override
    public boolean recognises(Source file) {
        String start = PlainFile.beginning(file);
        return PlainFile.named(file, ".cdx.json") || PlainFile.named(file, ".cdx.xml") || start.contains("cyclonedx.org/schema/bom")
                || start.contains("\"bomFormat\"") && start.contains("CycloneDX");
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Source file : files) {
            Imported imported = new CycloneDxReading(vocabulary, names, reader, origin, taken).read(file);
            records.addAll(imported.records());
            remarks.addAll(imported.remarks());
        }
        return new Imported(records, remarks);
    }

    /**
     * This model with its provider, licences and services.
     *
     * @param model a record in the shape of the catalogue
     * @param at the time that the document states, to the second; its serial number follows from its content
     * @throws IllegalArgumentException when the record is of another shape
     */
    public BomExport write(RecordFile model, Version version, Encoding encoding, Instant at) {
        return new CycloneDxWriting(model, names, vocabulary).write(version, encoding, at);
    }
}
