package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of the Model Openness Framework: one release with its components and the licence of each, in YAML. Anyone may write
 * such a file about any model, so it counts as the word of an index.
 */
public final class ModelOpenness implements RecordFormat {

    private final LicenceNames names;

    /** A reader that knows the licences of this book by name. */
    public ModelOpenness(LicenceBook licences) {
        this.names = new LicenceNames(licences);
    }

    @Override
    public String id() {
        return "model-openness-framework";
    }

    @Override
    public String label() {
        return "Model Openness Framework";
    }

    @Override
    public boolean recognises(Source file) {
        return (PlainFile.named(file, ".yaml") || PlainFile.named(file, ".yml"))
                && PlainFile.beginning(file).contains("Model Openness Framework");
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (Source file : files) {
            ModelOpennessReading reading = new ModelOpennessReading(names, origin);
            ImportedRecord record = reading.read(file, slugs);
            if (record != null) {
                records.add(record);
            }
            remarks.addAll(reading.remarks(record == null ? null : record.file().slug()));
        }
        return new Imported(records, remarks);
    }
}
