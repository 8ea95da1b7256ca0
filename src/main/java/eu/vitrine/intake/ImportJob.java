package eu.vitrine.intake;

import eu.vitrine.formats.Origin;
import eu.vitrine.formats.TableColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import from upload to undo.
 *
 * @param ownerId who brought the files and decides on them
 * @param columns what the columns of a table hold, once that is known
 * @param done how many records the dry run has gone through, of {@code total}
 * @param touchedAt when the dry run last showed a sign of life
 * @param run number of the present dry run; an older one may not write its results any more
 * @param movedOn whether the dry run was repeated because a record had moved on
 * @param bundle whether the files came in a signed bundle, and are further sources only
 * @param filesRemovedAt when the bytes of the files were removed because their time was over
 * @param about slug of the record that a person chose for files which name none
 * @param asksAbout whether a person can say which record the files are about
 * @param files names of the files with their formats
 */
record ImportJob(UUID id, String ownerId, String ownerName, Instant createdAt, State state, Origin origin, @Nullable TableColumns columns, int done,
        int total, Instant touchedAt, int run, Counts counts, boolean movedOn, boolean bundle, @Nullable Instant savedAt, @Nullable Instant undoneAt,
        @Nullable Instant filesRemovedAt, @Nullable String about, boolean asksAbout, List<FileName> files) {

    /** A dry run that says nothing for so long was stopped with its server. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    /** How far an import is. */
    enum State {
        /** A person must say what the columns of the table hold. */
        COLUMNS,
        /** The dry run is under way. */
        CHECKING,
        /** The dry run has ended; a person may read it and decide. */
        CHECKED,
        /** Saved. */
        SAVED,
        /** Saved and taken back. */
        UNDONE,
        /** The dry run ended by a fault of ours. */
        FAILED
    }

    /** How many records would be new, changed or as they are, and how many rows or files cannot be used. */
    record Counts(int fresh, int changed, int unchanged, int rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        public int toSave() {
            return fresh + changed;
        }
    }

    /** @param format id of the format it is read as; null where it looks like none */
    record FileName(String name, @Nullable String format) {}

    /** @throws FilesRemoved if the bytes of the files are no longer kept */
    void needsFiles() {
        if (filesRemovedAt != null) {
            throw new FilesRemoved(filesRemovedAt);
        }
    }

    /** When the time of the files begins. */
    public Instant endedAt() {
        return undoneAt != null ? undoneAt : savedAt != null ? savedAt : touchedAt;
    }

    public boolean isTable() {
        return files.stream().anyMatch(file -> eu.vitrine.formats.TableFormat.ID.equals(file.format()));
    }

    /** The names of the files in one line, of at most a few hundred characters. */
    public String names() {
        String names = String.join(", ", files.stream().map(FileName::name).limit(5).toList());
        String shortened = ImportStore.cut(names, 301);
        return files.size() > 5 ? shortened + " and " + (files.size() - 5) + " more" : shortened;
    }

    boolean isStopped(Instant now) {
        return state == State.FAILED || state == State.CHECKING && touchedAt.plus(SILENT).isBefore(now);
    }
}
