package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entries of the European Open Source AI Index: one YAML file a system, with its model, its organisation and a judgement on
 * each criterion of openness. Everything in it is the word of the index, never that of the provider. A criterion without a
 * class was not assessed, which is no "no".
 */
public final class OpenSourceIndex implements RecordFormat {

    private final LicenceNames names;

    /** A reader that knows the licences of this book by name. */
    public OpenSourceIndex(LicenceBook licences) {
        this.names = new LicenceNames(licences);
    }

    @Override
    public String id() {
        return "open-source-ai-index";
    }

    @Override
    public String label() {
        return "European Open Source AI Index";
    }

    @Override
    public boolean recognises(Source file) {
        String start = PlainFile.beginning(file);
        return (PlainFile.named(file, ".yaml") || PlainFile.named(file, ".yml"))
                && (start.contains("endmodelname:") || start.contains("datasources_endmodel:"));
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (Source file : files) {
            OpenSourceIndexReading reading = new OpenSourceIndexReading(names, origin, files.size() == 1);
            ImportedRecord record = reading.read(file, slugs);
            if (record != null) {
                records.add(record);
            }
            remarks.addAll(reading.remarks(record == null ? null : record.file().slug()));
        }
        return new Imported(records, remarks);
    }
}
