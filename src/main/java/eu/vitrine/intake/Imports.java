package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.registry.Saving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves what a dry run found, all in one transaction, and takes it back in one. Who brought the files decides whether they are
 * saved; who may see all of their records may see the import, and an officer of them take it back.
 */
@Service
@PreAuthorize("hasRole('OFFICER')")
@Transactional
class Imports {

    static final String READERS = "hasAnyRole('OFFICER', 'AUDITOR', 'ADMINISTRATOR')";

    private final ImportStore store;
    private final ImportResults results;
    private final Records records;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final VisibleImports visible;
    private final BundleOrder bundles;
    private final RecordReader reader;

    Imports(ImportStore store, ImportResults results, Records records, AuditTrail trail, CurrentActor current, VisibleImports visible,
            BundleOrder bundles, Vocabulary vocabulary) {
        this.store = store;
        this.results = results;
        this.records = records;
        this.trail = trail;
        this.current = current;
        this.visible = visible;
        this.bundles = bundles;
        this.reader = RecordReader.ofKept(vocabulary);
    }

    /** @throws NoSuchImport if there is none, or one of its records may not be seen */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public ImportJob get(UUID id) {
        return store.find(id).filter(job -> visible.sees(id)).orElseThrow(() -> new NoSuchImport(id));
    }

    /**
     * The same for an act of its owner.
     *
     * @throws NotBroughtByYou if another person brought it
     */
    @Transactional(readOnly = true)
    public ImportJob own(UUID id) {
        return owned(get(id));
    }

    private ImportJob owned(ImportJob job) {
        if (!isOwn(job)) {
            throw new NotBroughtByYou(job.ownerName());
        }
        return job;
    }

    /** Whether the person signed in brought it. */
    @PreAuthorize(READERS)
    public boolean isOwn(ImportJob job) {
        return job.ownerId().equals(current.actor().id());
    }

    /** Those that may be seen, newest first. */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public List<ImportJob> newest(int from, int most) {
        return visible.newest(from, most).stream().map(id -> store.find(id).orElseThrow(() -> new NoSuchImport(id))).toList();
    }

    /**
     * Those that may be seen and came before another, newest first.
     *
     * @throws NoSuchImport if the other is none that may be seen
     */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public List<ImportJob> before(UUID other, int most) {
        return visible.before(get(other).id(), most).stream().map(id -> store.find(id).orElseThrow(() -> new NoSuchImport(id))).toList();
    }

    private ImportJob lock(UUID id) {
        return store.lock(id).filter(job -> visible.sees(id)).orElseThrow(() -> new NoSuchImport(id));
    }

    /**
     * Saves what the dry run found, exactly as it was shown.
     *
     * @param validRowsOnly whether to save although rows or files were rejected
     * @return how many revisions were written
     * @throws NotBroughtByYou if another person brought the files
     * @throws FilesRemoved if it was left for too long
     * @throws ImportNotReady if it is not ready, something was rejected and all was asked for, or a newer bundle of the same
     *     issuer was saved meanwhile
     * @throws eu.vitrine.registry.StaleRevision if a record moved on since the dry run; nothing is saved then
     */
    public int confirm(UUID id, boolean validRowsOnly) {
        ImportJob job = owned(lock(id));
        if (job.state() != ImportJob.State.CHECKED) {
            throw ImportNotReady.toConfirm();
        }
        job.needsFiles();
        if (job.counts().rejected() > 0 && !validRowsOnly) {
            throw ImportNotReady.rejectedRows(job.counts().rejected());
        }
        List<ImportResults.Planned> planned = results.planned(id);
        if (planned.isEmpty()) {
            throw ImportNotReady.nothing();
        }
        if (job.bundle()) {
            bundles.check(id);
        }
        List<Saving> savings = planned.stream().map(this::saving).toList();
        List<RevisionPin> pins = records.saveAll(savings, job.bundle() ? Revision.Origin.BUNDLE : Revision.Origin.IMPORT,
                (job.bundle() ? "Bundle of " : "Import of ") + job.names(), written -> keep(id, planned, written));
        trail.record(entry("import.saved", job).with("revisions", pins.size()).with("rejected", job.counts().rejected()).with("validRowsOnly", validRowsOnly));
        return pins.size();
    }

    private void keep(UUID id, List<ImportResults.Planned> planned, List<RevisionPin> pins) {
        Map<String, Integer> numbers = new HashMap<>();
        pins.forEach(pin -> numbers.put(pin.kind() + " " + pin.slug(), pin.number()));
        var written = planned.stream().map(ImportResults.Planned::entry).filter(entry -> numbers.containsKey(entry.kind() + " " + entry.slug())).toList();
        results.written(id, written, written.stream().map(entry -> numbers.get(entry.kind() + " " + entry.slug())).toList());
        if (!store.saved(id)) {
            throw ImportNotReady.toConfirm();
        }
    }

    private Saving saving(ImportResults.Planned planned) {
        Entry entry = planned.entry();
        RecordFile file = reader.read(List.of(new Source(entry.slug(), planned.content()))).records().getFirst();
        return new Saving(entry.kind(), file, entry.expected());
    }

    /**
     * Takes an import back: each record says again what it said before, and a record that was new says nothing any more. It is
     * one act and leaves one event beside those of the records.
     *
     * @return how many revisions were written
     * @throws ImportNotReady if it is not saved
     * @throws eu.vitrine.registry.StaleRevision if one of its records was changed since; nothing is taken back then
     */
    public int undo(UUID id) {
        ImportJob job = lock(id);
        if (job.state() != ImportJob.State.SAVED) {
            throw ImportNotReady.toUndo();
        }
        List<Saving> savings = new ArrayList<>();
        for (Entry entry : results.written(id)) {
            RecordFile before = entry.expected() > 0 ? records.revision(entry.kind(), entry.slug(), entry.expected()).file() : withdrawn(entry);
            savings.add(new Saving(entry.kind(), before, entry.written() == null ? 0 : entry.written()));
        }
        List<RevisionPin> pins = records.saveAll(savings, Revision.Origin.UNDO, "Import of " + job.names() + " taken back", written -> takenBack(id));
        trail.record(entry("import.undone", job).with("revisions", pins.size()));
        return pins.size();
    }

    private void takenBack(UUID id) {
        if (!store.undone(id)) {
            throw ImportNotReady.toUndo();
        }
    }

    /** No record is ever removed; one that should not be there says so in its name and nothing else. */
    private static RecordFile withdrawn(Entry entry) {
        String name = entry.name() + Revision.TAKEN_BACK;
        return entry.kind() == Kind.MODEL ? RecordFile.ofModel(entry.slug(), name, null, null) : RecordFile.of(entry.kind(), entry.slug(), name, Facts.none());
    }

    private AuditEntry entry(String action, ImportJob job) {
        return AuditEntry.of(current.actor(), action, AuditEntry.Subject.of("import", job.id().toString()))
                .with("files", job.files().stream().map(ImportJob.FileName::name).toList());
    }
}
