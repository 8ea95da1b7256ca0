package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports of the Foundation Model Transparency Index of Stanford: a table with one row an indicator, for one company and the
 * model of its that was looked at. The table names neither; the company stands in the name of the file.
 */
public final class TransparencyReport implements RecordFormat {

    @Override
    public String id() {
        return "transparency-report";
    }

    @Override
    public String label() {
        return "Foundation Model Transparency Index report";
    }

    @Override
    public boolean namesRecord() {
        return false;
    }

    @Override
    public boolean recognises(Source file) {
        return PlainFile.named(file, ".csv") && PlainFile.beginning(file).replace("\"", "").startsWith("Indicator,");
    }

    @Override
    public Imported read(List<Source> files, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (Source file : files) {
            TransparencyReportReading reading = new TransparencyReportReading(origin);
            ImportedRecord record = reading.read(file, slugs);
            if (record != null) {
                records.add(record);
            }
            remarks.addAll(reading.remarks(record == null ? null : record.file().slug()));
        }
        return new Imported(records, remarks);
    }
}
