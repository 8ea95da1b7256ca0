package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Evidence: take in, find, compare by version, hand out. Facts and findings name bytes by their SHA-256; what says where they are used
 * comes in by {@link EvidenceUse}. Evidence belongs to all units.
 */
@Service
@PreAuthorize(Evidence.READERS)
public class Evidence {

    static final String READERS = "hasAnyRole('OFFICER', 'AUDITOR', 'APPROVER', 'ADMINISTRATOR')";
    static final String WRITERS = "hasRole('OFFICER')";

    private final EvidenceIntake intake;
    private final EvidenceShelf shelf;
    private final EvidenceFolder folder;
    private final EvidenceLimits limits;
    private final ObjectProvider<EvidenceUse> uses;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final TransactionOperations transactions;

    Evidence(EvidenceIntake intake, EvidenceShelf shelf, EvidenceFolder folder, EvidenceLimits limits, ObjectProvider<EvidenceUse> uses, AuditTrail trail,
            CurrentActor current, TransactionOperations transactions) {
        this.intake = intake;
        this.shelf = shelf;
        this.folder = folder;
        this.limits = limits;
        this.uses = uses;
        this.trail = trail;
        this.current = current;
        this.transactions = transactions;
    }

    /**
     * Keeps a file. On return it survives a crash.
     *
     * @param title what it is, for people; blank takes the page's own title or the file name
     * @param source address it was taken from; blank where there is none
     * @param fileName as the person's file was called; folders in it are dropped
     * @param bytes read once, to the end or to the limit; not closed
     * @throws EvidenceRefused if it is too large, of no kind that is kept, not what its name says, or a quota is reached
     * @throws UncheckedIOException if the disk fails
     */
    @PreAuthorize(WRITERS)
    public EvidenceItem upload(String title, String source, String fileName, InputStream bytes) {
        return intake.upload(title, source, fileName, bytes);
    }

    /**
     * Fetches a page and keeps the bytes as the host sent them.
     *
     * @throws CaptureRefused if the host is not allowed or does not answer as it should
     * @throws EvidenceRefused as for an upload
     */
    @PreAuthorize(WRITERS)
    public EvidenceItem capture(String title, String url) {
        return intake.capture(title, url);
    }

    /**
     * Notes an address without any bytes; nothing is contacted.
     *
     * @throws EvidenceRefused if it is no http or https address
     */
    @PreAuthorize(WRITERS)
    public EvidenceItem noteAddress(String title, String url) {
        return intake.note(title, url);
    }

    /** @throws NoSuchEvidence if there is none of that identity */
    @Transactional(readOnly = true)
    public EvidenceItem one(UUID id) {
        return shelf.one(id).orElseThrow(() -> new NoSuchEvidence(id.toString()));
    }

    /** The newest item with these bytes; empty where there is none, and for persons who may not read evidence. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()") // pages that anybody reads ask it about each attachment
    public Optional<EvidenceItem> find(String sha256) {
        boolean reads = List.of(Role.OFFICER, Role.AUDITOR, Role.APPROVER, Role.ADMINISTRATOR).stream().anyMatch(current::has);
        return reads ? shelf.withBytes(sha256).stream().findFirst() : Optional.empty();
    }

    /**
     * Items that hold a text in title, source, file name or hash, newest first.
     *
     * @param before only items with a lower {@code seq}; {@link Long#MAX_VALUE} for the newest
     * @param total how many there are in all
     */
    public record Found(List<EvidenceItem> items, long total) {}

    /** @param size at most so many */
    @Transactional(readOnly = true)
    public Found newestFirst(String text, long before, int size) {
        return new Found(shelf.newestFirst(text, before, size), shelf.count(text));
    }

    /** Versions of the same source as this item, itself among them, newest first; of an upload without source only itself. */
    @Transactional(readOnly = true)
    public List<EvidenceVersion> versions(EvidenceItem item) {
        return EvidenceVersion.of(item.sourceUrl() == null ? List.of(item) : shelf.ofSource(item.sourceUrl()));
    }

    /** Versions of a source by its address in any spelling, newest first. */
    @Transactional(readOnly = true)
    public List<EvidenceVersion> versions(String url) {
        return EvidenceVersion.of(shelf.ofSource(SourceAddress.of(url).toString()));
    }

    /** The newest archived version of the same source that says something else than these bytes: the source has changed since. */
    @Transactional(readOnly = true)
    public Optional<EvidenceItem> changedSince(String sha256) {
        return shelf.withBytes(sha256).stream().filter(item -> item.sourceUrl() != null).findFirst().flatMap(this::newest);
    }

    /** The newest archived version of an item with a source, if it says something else. */
    private Optional<EvidenceItem> newest(EvidenceItem item) {
        return shelf.ofSource(String.valueOf(item.sourceUrl())).stream().filter(EvidenceItem::archived).findFirst()
                .filter(newest -> newest.seq() > item.seq() && EvidenceVersion.differ(newest, item));
    }

    /** Why bytes can no longer be relied on. */
    public enum Doubt {
        /** A newer archived version of the same source says something else. */
        SOURCE_CHANGED,
        /** The file was missing or altered when it was last read. */
        DAMAGED
    }

    /**
     * Whether bytes have come into doubt; says nothing of what they are, so that a verdict is the same for everybody.
     *
     * @param after only versions that were taken in later count as a change of the source
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<Doubt> doubt(String sha256, Instant after) {
        List<EvidenceItem> items = shelf.withBytes(sha256);
        if (items.stream().anyMatch(item -> item.content() != null && item.content().damaged())) {
            return Optional.of(Doubt.DAMAGED);
        }
        return items.stream().filter(item -> item.sourceUrl() != null).findFirst().flatMap(this::newest)
                .filter(newest -> newest.capturedAt().isAfter(after)).map(newest -> Doubt.SOURCE_CHANGED);
    }

    /** Where bytes are attached, as far as the present person may see it. */
    public List<EvidenceUse.Place> places(String sha256) {
        return uses.orderedStream().flatMap(use -> use.places(sha256).stream()).toList();
    }

    /**
     * Keeps bytes from being removed until the caller's transaction ends. Whoever attaches evidence calls this in the transaction that
     * saves the attachment.
     *
     * @throws NoSuchEvidence if there are no such bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("permitAll()") // the saving itself was authorised by its own front door
    public void hold(Collection<String> hashes) {
        var missing = new TreeSet<>(hashes);
        shelf.hold(hashes).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new NoSuchEvidence(missing.first());
        }
    }

    /** What is used and what may be, in bytes. */
    public record Room(long file, long person, long usedByPerson, long total, long used) {

        public String readable(long bytes) {
            return EvidenceItem.readable(bytes);
        }
    }

    @Transactional(readOnly = true)
    public Room room() {
        return new Room(limits.file().toBytes(), limits.person().toBytes(), shelf.bytesOf(current.actor().id()), limits.total().toBytes(), shelf.bytes());
    }

    /** A file whose bytes were just found to have their hash. */
    public record Checked(EvidenceItem item, EvidenceItem.Content content, Path file) {}

    /**
     * Hands out the file of an item and records that.
     *
     * @throws NoSuchEvidence if there is no such item, or only its address is held
     * @throws EvidenceDamaged if the bytes no longer have their hash; that is recorded as well
     */
    public Checked handOut(UUID id) {
        Checked checked = checked(one(id));
        transactions.executeWithoutResult(status -> trail.record(entry("evidence.downloaded", checked.item()).with("sha256", checked.content().sha256())));
        return checked;
    }

    /** The file of an item for reading here; otherwise as {@link #handOut}, but not recorded. */
    Checked checked(EvidenceItem item) {
        EvidenceItem.Content content = item.content();
        if (content == null) {
            throw new NoSuchEvidence(item.id() + "\" with archived bytes \"" + item.title());
        }
        Optional<Damage> damage = damage(content.sha256());
        if (damage.isPresent()) {
            transactions.executeWithoutResult(status -> {
                shelf.mark(content.sha256(), damage);
                trail.record(entry("evidence.damaged", item).with("sha256", content.sha256()).with("damage", damage.get().name()));
            });
            throw new EvidenceDamaged(content.fileName(), damage.get());
        }
        return new Checked(item, content, folder.path(content.sha256()));
    }

    private Optional<Damage> damage(String sha256) {
        try {
            return folder.damage(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + sha256 + " cannot be read", e);
        }
    }

    /**
     * Removes an item for good, such as one that should never have been brought. Its bytes go with the next check, if no other item has them.
     *
     * @param reason why, in the person's words
     * @throws EvidenceRefused if something rests on its bytes and no other item has them
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void remove(UUID id, String reason) {
        EvidenceItem item = one(id);
        if (item.content() != null) {
            shelf.hold(List.of(item.content().sha256()));
            boolean last = shelf.withBytes(item.content().sha256()).size() == 1;
            if (last && inUse(item.content().sha256())) {
                throw new EvidenceRefused.InUse(item.title());
            }
        }
        shelf.remove(item);
        AuditEntry removed = entry("evidence.removed", item).because(reason).with("title", item.title());
        trail.record(item.content() == null ? removed : removed.with("sha256", item.content().sha256()));
    }

    /** Whether anything rests on these bytes, whoever asks. */
    boolean inUse(String sha256) {
        return uses.orderedStream().anyMatch(use -> use.holds(sha256));
    }

    private AuditEntry entry(String action, EvidenceItem item) {
        return AuditEntry.of(current.actor(), action, AuditEntry.Subject.of("evidence", item.id().toString()));
    }
}
