package eu.vitrine.intake;

import eu.vitrine.formats.Formats;
import eu.vitrine.formats.Remark;
import eu.vitrine.formats.SheetWriter;
import eu.vitrine.formats.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What could not be used, as a file: of a table its bad rows as they are with one more column that says what is wrong, to be
 * corrected and uploaded; of other formats the report.
 */
@Component
class ErrorFile {

    /** Name of the column with what is wrong; a column so called is not read. */
    static final String COLUMN = "error";

    private final ImportStore store;
    private final ImportResults results;
    private final Formats formats;

    ErrorFile(ImportStore store, ImportResults results, Formats formats) {
        this.store = store;
        this.results = results;
        this.formats = formats;
    }

    /** @throws FilesRemoved if it needs rows of a table that is no longer kept */
    byte[] of(ImportJob job) {
        UUID id = job.id();
        List<Remark> remarks = results.remarks(id, Integer.MAX_VALUE);
        var bytes = new ByteArrayOutputStream();
        boolean rows = remarks.stream().anyMatch(remark -> remark.place().path() != null && remark.weight() == Remark.Weight.REJECTED);
        try (SheetWriter out = SheetWriter.csv(bytes)) {
            if (rows && job.files().size() == 1 && TableFormat.ID.equals(job.files().getFirst().format())) {
                job.needsFiles();
                rows(out, formats.tables(), store.files(id).getFirst(), remarks);
            } else {
                report(out, remarks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void rows(SheetWriter out, TableFormat table, ImportStore.Kept file, List<Remark> remarks) throws IOException {
        Map<Integer, String> errors = new TreeMap<>();
        for (Remark remark : remarks) {
            if (remark.weight() == Remark.Weight.REJECTED) {
                errors.merge(remark.place().line(), sentence(remark), (one, other) -> one + " | " + other);
            }
        }
        TableFormat.Rows bad = table.rows(file.source(), errors.keySet());
        int old = bad.headers().indexOf(COLUMN);
        out.row(with(bad.headers(), old, COLUMN));
        for (TableFormat.Numbered row : bad.rows()) {
            out.row(with(row.cells(), old, errors.getOrDefault(row.line(), "")));
        }
    }

    private static List<String> with(List<String> cells, int old, String last) {
        List<String> all = new ArrayList<>(cells);
        if (old >= 0) {
            all.remove(old);
        }
        all.add(last);
        return all;
    }

    private static String sentence(Remark remark) {
        return (remark.place().path() == null ? "" : remark.place().path() + ": ") + remark.problem() + (remark.remedy() == null ? "" : ". " + remark.remedy());
    }

    private static void report(SheetWriter out, List<Remark> remarks) throws IOException {
        out.row(List.of("file", "line", "path", "record", "fact", "value", "what it means", "problem", "how to fix"));
        for (Remark remark : remarks) {
            out.row(List.of(remark.place().file(), remark.place().line() == 0 ? "" : String.valueOf(remark.place().line()), said(remark.place().path()),
                    said(remark.record()), said(remark.fact()), said(remark.value()), remark.weight().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    remark.problem(), said(remark.remedy())));
        }
    }

    private static String said(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
