package eu.vitrine.intake;

import eu.vitrine.formats.Place;
import eu.vitrine.formats.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as programs see it.
 *
 * @param records at most {@link #MOST}, those that would change first
 * @param remarks at most {@link #MOST}
 */
record ImportAnswer(UUID id, String state, String broughtBy, Instant createdAt, List<ImportJob.FileName> files, Progress progress, Counts counts, boolean movedOn,
        @Nullable Instant savedAt, @Nullable Instant undoneAt, @Nullable Instant filesRemovedAt,
        List<RecordLine> records, List<RemarkLine> remarks) {

    private static final int MOST = 500;

    record Progress(int done, int total) {}

    record Counts(int created, int changed, int unchanged, int rejected) {}

    /** @param revision the revision written; null as long as none is
     *  @param matchedBy by what the record was found; null for the slug in the file */
    record RecordLine(String kind, String slug, String name, String outcome, String place, @Nullable Integer revision, @Nullable String matchedBy, List<ChangeLine> changes) {}

    /** @param manner what becomes of it */
    record ChangeLine(String manner, String what, @Nullable String before, String after, @Nullable Integer line) {}

    /** @param line from 1; 0 where the whole file is meant */
    record RemarkLine(String weight, String file, int line, @Nullable String path, @Nullable String record, @Nullable String fact, @Nullable String value,
            String problem, @Nullable String remedy) {}

    /** An import in a list, without what it would change. */
    record Line(UUID id, String state, String broughtBy, Instant createdAt, List<ImportJob.FileName> files, Counts counts, @Nullable Instant savedAt,
            @Nullable Instant undoneAt) {

        static Line of(ImportJob job) {
            return new Line(job.id(), code(job.state()), job.ownerName(), job.createdAt(), job.files(), ImportAnswer.counts(job), job.savedAt(), job.undoneAt());
        }
    }

    static ImportAnswer of(ImportJob job, ImportResults results) {
        boolean ready = job.state() != ImportJob.State.CHECKING && job.state() != ImportJob.State.FAILED && job.state() != ImportJob.State.COLUMNS;
        List<Entry> entries = ready ? results.entries(job.id(), List.of(Entry.Outcome.NEW, Entry.Outcome.CHANGED, Entry.Outcome.UNCHANGED), 0, MOST) : List.of();
        return new ImportAnswer(job.id(), code(job.state()), job.ownerName(), job.createdAt(), job.files(), new Progress(job.done(), job.total()),
                counts(job), job.movedOn(), job.savedAt(),
                job.undoneAt(), job.filesRemovedAt(), entries.stream().map(ImportAnswer::line).toList(),
                ready ? results.remarks(job.id(), MOST).stream().map(ImportAnswer::line).toList() : List.of());
    }

    private static Counts counts(ImportJob job) {
        return new Counts(job.counts().fresh(), job.counts().changed(), job.counts().unchanged(), job.counts().rejected());
    }

    private static RecordLine line(Entry entry) {
        return new RecordLine(entry.kind().code(), entry.slug(), entry.name(), code(entry.outcome()), entry.place().words(), entry.written(), entry.matched(),
                entry.changes().stream().map(change -> new ChangeLine(code(change.manner()), change.what(), change.before(), change.after(),
                        change.place() == null || change.place().line() == 0 ? null : change.place().line())).toList());
    }

    private static RemarkLine line(Remark remark) {
        Place place = remark.place();
        return new RemarkLine(code(remark.weight()), place.file(), place.line(), place.path(), remark.record(), remark.fact(), remark.value(), remark.problem(),
                remark.remedy());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
