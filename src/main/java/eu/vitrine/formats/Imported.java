package eu.vitrine.formats;

import java.util.List;

/**
 * What was read out of some files.
 *
 * @param records the records, in the order of the files
 * @param remarks what could not be taken, in the order of the files; a file without a record has at least one
 */
public record Imported(List<ImportedRecord> records, List<Remark> remarks) {

    public Imported {
        records = List.copyOf(records);
        remarks = List.copyOf(remarks);
    }
}
