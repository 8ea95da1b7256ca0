package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes evidence in: temporary file, disk, lasting name, folder, and only then the row, together with the event. Whatever fails on the way
 * leaves at most a file without row, which the next check sweeps; never a row without file.
 */
@Component
class EvidenceIntake {

    private static final int LONGEST_TITLE = 300;

    private final EvidenceFolder folder;
    private final EvidenceShelf shelf;
    private final Sniffing sniffing;
    private final ReadableText texts;
    private final CaptureClient client;
    private final EvidenceLimits limits;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final TransactionOperations transactions;
    private final Clock clock;

    EvidenceIntake(EvidenceFolder folder, EvidenceShelf shelf, Sniffing sniffing, ReadableText texts, CaptureClient client, EvidenceLimits limits,
            AuditTrail trail, CurrentActor current, TransactionOperations transactions, Clock clock) {
        this.folder = folder;
        this.shelf = shelf;
        this.sniffing = sniffing;
        this.texts = texts;
        this.client = client;
        this.limits = limits;
        this.trail = trail;
        this.current = current;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where something comes from and what it is called. */
    private record Label(EvidenceOrigin origin, String title, @Nullable SourceAddress source, @Nullable SourceAddress arrived, String fileName) {}

    EvidenceItem upload(String title, String source, String fileName, InputStream bytes) {
        SourceAddress from = source.isBlank() ? null : SourceAddress.of(source);
        return take(new Label(EvidenceOrigin.UPLOAD, checkedTitle(title), from, null, FileName.of(fileName)), bytes);
    }

    EvidenceItem capture(String title, String url) {
        SourceAddress asked = SourceAddress.of(url);
        String checked = checkedTitle(title);
        room(current.actor(), 0);
        CaptureClient.Page page = answered(asked);
        FileKind kind = FileKind.declared(page.contentType(), FileName.of(page.from().path()))
                .orElseThrow(() -> refused(asked, new CaptureRefused(CaptureRefused.Reason.KIND, page.from().host(), page.contentType())));
        var label = new Label(EvidenceOrigin.CAPTURE, checked, asked, page.from().equals(asked) ? null : page.from(), FileName.of(page.from(), kind));
        return take(label, new ByteArrayInputStream(page.body()));
    }

    private CaptureClient.Page answered(SourceAddress asked) {
        try {
            return client.fetch(asked);
        } catch (CaptureRefused e) {
            throw refused(asked, e);
        }
    }

    /** What was refused is recorded: somebody may be trying what is behind the wall. */
    private CaptureRefused refused(SourceAddress asked, CaptureRefused refusal) {
        transactions.executeWithoutResult(status -> trail.record(AuditEntry.of(current.actor(), "evidence.capture-refused",
                AuditEntry.Subject.of("evidence-source", shortened(asked.host()))).because(refusal.getMessage()).with("address", asked.toString())));
        return refusal;
    }

    EvidenceItem note(String title, String url) {
        SourceAddress source = SourceAddress.of(url);
        String checked = checkedTitle(title);
        return put(new EvidenceShelf.NewItem(UUID.randomUUID(), EvidenceOrigin.ADDRESS, checked.isEmpty() ? shortened(source.toString()) : checked, source, null,
                null, clock.instant(), current.actor()));
    }

    private EvidenceItem take(Label label, InputStream bytes) {
        room(current.actor(), 0);
        try (Incoming received = folder.receive(bytes, limits.file().toBytes())) {
            if (received.size() == 0) {
                throw new EvidenceRefused(EvidenceRefused.Reason.EMPTY, "The file is empty.");
            }
            FileKind kind = sniffing.kind(label.fileName(), received.file());
            room(current.actor(), received.size());
            var content = new EvidenceShelf.Bytes(received.sha256(), texts.sha256(kind, received.file()).orElse(null), received.size(), kind.mediaType(),
                    label.fileName());
            var item = new EvidenceShelf.NewItem(UUID.randomUUID(), label.origin(), title(label, kind, received), label.source(), label.arrived(), content,
                    clock.instant(), current.actor());
            return folder.whileKept(() -> kept(received, item));
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be kept", e);
        }
    }

    private EvidenceItem kept(Incoming received, EvidenceShelf.NewItem item) {
        try {
            folder.keep(received);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be kept", e);
        }
        return put(item);
    }

    private String title(Label label, FileKind kind, Incoming received) throws IOException {
        if (!label.title().isEmpty()) {
            return label.title();
        }
        String first = kind == FileKind.HTML ? texts.lines(kind, received.file()).filter(lines -> !lines.isEmpty()).map(java.util.List::getFirst).orElse("") : "";
        return first.isEmpty() ? label.fileName() : shortened(first);
    }

    private EvidenceItem put(EvidenceShelf.NewItem item) {
        try {
            return stored(item);
        } catch (DuplicateKeyException e) {
            return stored(item); // somebody brought the same bytes at the same moment: now they are there
        }
    }

    private EvidenceItem stored(EvidenceShelf.NewItem item) {
        return Objects.requireNonNull(transactions.execute(status -> {
            shelf.put(item);
            AuditEntry entry = AuditEntry.of(item.by(), action(item.origin()), AuditEntry.Subject.of("evidence", item.id().toString())).with("title", item.title());
            entry = item.source() == null ? entry : entry.with("source", item.source().toString());
            entry = item.arrived() == null ? entry : entry.with("arrived", item.arrived().toString());
            trail.record(item.content() == null ? entry : entry.with("sha256", item.content().sha256()).with("size", item.content().size()));
            // Asked after recording, when the log's lock has put what arrives at once in an order.
            room(item.by(), 0);
            return shelf.one(item.id()).orElseThrow();
        }));
    }

    /** @throws EvidenceRefused if so many bytes more do not fit */
    private void room(Actor who, long more) {
        if (shelf.bytesOf(who.id()) + more > limits.person().toBytes()) {
            String most = EvidenceItem.readable(limits.person().toBytes());
            throw new EvidenceRefused(EvidenceRefused.Reason.PERSON_FULL, "One person may bring " + most + " altogether, and that is reached.", most);
        }
        if (shelf.bytes() + more > limits.total().toBytes()) {
            String most = EvidenceItem.readable(limits.total().toBytes());
            throw new EvidenceRefused(EvidenceRefused.Reason.ALL_FULL, "At most " + most + " are kept altogether, and that is reached.", most);
        }
    }

    private static String action(EvidenceOrigin origin) {
        return switch (origin) {
            case UPLOAD -> "evidence.uploaded";
            case CAPTURE -> "evidence.captured";
            case ADDRESS -> "evidence.address-noted";
        };
    }

    private static String checkedTitle(String title) {
        String plain = title.strip().replaceAll("\\s+", " ");
        if (plain.length() > LONGEST_TITLE) {
            throw new EvidenceRefused(EvidenceRefused.Reason.TITLE, "A title has at most " + LONGEST_TITLE + " characters.", Integer.toString(LONGEST_TITLE));
        }
        return plain;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
