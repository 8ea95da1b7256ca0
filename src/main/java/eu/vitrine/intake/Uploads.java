package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.Formats;
import eu.vitrine.formats.Origin;
import eu.vitrine.formats.RecordFiles;
import eu.vitrine.formats.RecordFormat;
import eu.vitrine.formats.TableColumns;
import eu.vitrine.formats.TableFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes files in, finds out what they are, and sends them on their dry run. */
@Service
@PreAuthorize("hasRole('OFFICER')")
class Uploads {

    private static final List<byte[]> ARCHIVES = List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {0x1F, (byte) 0x8B}, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF});

    private final ImportStore store;
    private final Imports imports;
    private final ImportWorker worker;
    private final Formats formats;
    private final Vocabulary vocabulary;
    private final CurrentActor current;

    Uploads(ImportStore store, Imports imports, ImportWorker worker, Formats formats, Vocabulary vocabulary, CurrentActor current) {
        this.store = store;
        this.imports = imports;
        this.worker = worker;
        this.formats = formats;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    /**
     * Keeps files and starts their dry run, or waits for a person where the columns of a table are not clear.
     *
     * @param files at least one
     * @param format id of the format of all files, or null to recognise each
     */
    public UUID take(List<Source> files, @Nullable String format, Origin origin) {
        UUID id = keep(files, format, origin);
        start(id, false);
        return id;
    }

    /**
     * The same without waiting for a person: of a table, columns whose names say nothing are not read.
     *
     * @param about slug of the model that the only record of the files is about, or null
     */
    public UUID takeAtOnce(List<Source> files, @Nullable String format, Origin origin, @Nullable String about) {
        UUID id = keep(files, format, origin);
        if (about != null) {
            store.about(id, about);
        }
        worker.start(id, store.begin(id, false));
        return id;
    }

    /** Keeps the files of a signed bundle of records; their dry run is started when they are kept for sure. */
    UUID takeBundle(List<Source> files, Origin origin) {
        UUID id = keep(files, RecordFiles.ID, origin);
        store.markAsBundle(id);
        return id;
    }

    private UUID keep(List<Source> files, @Nullable String format, Origin origin) {
        return store.create(current.actor(), current.units().ofNew(), files.stream().map(file -> new ImportStore.Kept(file, format != null ? format : recognised(file))).toList(), origin);
    }

    /** Our own files are taken for such by their name, so that what is wrong in them is said line by line. */
    private @Nullable String recognised(Source file) {
        Optional<RecordFormat> found = formats.recognise(file);
        if (found.isPresent()) {
            return found.get().id();
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean text = ARCHIVES.stream().noneMatch(start -> startsWith(file.bytes(), start));
        return text && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) ? RecordFiles.ID : null;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /**
     * Starts the dry run again.
     *
     * @param format id of another format for all files, or null to keep what they are
     */
    public void again(UUID id, @Nullable String format, boolean movedOn) {
        ImportJob job = imports.own(id);
        if (job.state() == ImportJob.State.SAVED || job.state() == ImportJob.State.UNDONE) {
            throw ImportNotReady.toCheck();
        }
        job.needsFiles();
        if (format != null && formats.of(format).isPresent()) {
            store.format(id, format);
        }
        start(id, movedOn);
    }

    /** Says which model the files are about, and starts the dry run again. */
    public void about(UUID id, String slug) {
        ImportJob job = imports.own(id);
        if (job.state() != ImportJob.State.CHECKED) {
            throw ImportNotReady.toCheck();
        }
        job.needsFiles();
        store.about(id, slug);
        start(id, false);
    }

    private void start(UUID id, boolean movedOn) {
        ImportJob job = imports.get(id);
        if (job.isTable() && job.columns() == null && !columnsAreClear(job)) {
            store.await(id);
            return;
        }
        worker.start(id, store.begin(id, movedOn));
    }

    /** What a person said of the same headers before, else what their names say where all of them say something. */
    private boolean columnsAreClear(ImportJob job) {
        Source file = tableOf(job.id());
        try {
            List<String> headers = headers(file);
            Optional<TableColumns> remembered = store.remembered(job.ownerId(), key(headers));
            TableColumns columns = remembered.filter(known -> known.problems(vocabulary, headers).isEmpty()).orElseGet(() -> format().guess(headers));
            boolean clear = columns.problems(vocabulary, headers).isEmpty() && (remembered.isPresent() || allSay(headers, columns));
            if (clear) {
                store.columns(job.id(), columns);
            }
            return clear;
        } catch (InvalidFile e) {
            return true; // the dry run reports what is wrong with the file
        }
    }

    private static boolean allSay(List<String> headers, TableColumns columns) {
        for (int i = 0; i < headers.size(); i++) {
            boolean unread = columns.targets().get(i).isEmpty();
            if (unread && !headers.get(i).isBlank() && !headers.get(i).equalsIgnoreCase(ErrorFile.COLUMN)) {
                return false;
            }
        }
        return true;
    }

    /** The columns of a table with samples, and what they hold as far as that is known. */
    public Columns columns(UUID id, @Nullable Kind asKind) {
        ImportJob job = imports.own(id);
        job.needsFiles();
        List<TableFormat.Sample> samples = format().samples(tableOf(id), 3);
        List<String> headers = samples.stream().map(TableFormat.Sample::header).toList();
        TableColumns columns = asKind != null ? TableColumns.guess(vocabulary, asKind, headers)
                : job.columns() != null ? job.columns() : store.remembered(job.ownerId(), key(headers)).orElseGet(() -> format().guess(headers));
        return new Columns(columns, samples);
    }

    record Columns(TableColumns columns, List<TableFormat.Sample> samples) {}

    /**
     * Says what the columns hold, remembers it for the person, and starts the dry run.
     *
     * @return what is wrong with it; nothing is started then
     */
    public List<String> choose(UUID id, TableColumns columns) {
        ImportJob job = imports.own(id);
        if (job.state() == ImportJob.State.SAVED || job.state() == ImportJob.State.UNDONE) {
            throw ImportNotReady.toCheck();
        }
        job.needsFiles();
        List<String> headers = headers(tableOf(id));
        List<String> problems = columns.problems(vocabulary, headers);
        if (problems.isEmpty()) {
            store.columns(id, columns);
            store.remember(job.ownerId(), key(headers), columns);
            start(id, false);
        }
        return problems;
    }

    private List<String> headers(Source file) {
        return format().samples(file, 0).stream().map(TableFormat.Sample::header).toList();
    }

    private Source tableOf(UUID id) {
        return store.files(id).stream().filter(file -> TableFormat.ID.equals(file.format())).findFirst().orElseThrow(() -> new NoSuchImport(id)).source();
    }

    private TableFormat format() {
        return formats.tables();
    }

    private static String key(List<String> headers) {
        return Sha256.of(String.join("\n", headers).getBytes(StandardCharsets.UTF_8));
    }
}
