package eu.vitrine.registry;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Vocabulary;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes revisions, always within the transaction of its caller. Who may do so is the front door's business. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordStore {

    /** So many records are kept in mind at a time. */
    private static final int SOME = 50;

    private final EntityManager entities;
    private final RecordRepository records;
    private final RevisionRepository revisions;
    private final HeadIndex index;
    private final AuditTrail trail;
    private final Clock clock;
    private final RecordReader reader;
    private final ApplicationEventPublisher events;
    private final VisibleRecords visible;
    private final EvidenceOfRecords attached;
    private final RecordQueue queue;

    RecordStore(EntityManager entities, RecordRepository records, RevisionRepository revisions, HeadIndex index, AuditTrail trail, Clock clock, Vocabulary vocabulary,
            ApplicationEventPublisher events, VisibleRecords visible, RecordQueue queue, EvidenceOfRecords attached) {
        this.entities = entities;
        this.records = records;
        this.revisions = revisions;
        this.index = index;
        this.trail = trail;
        this.clock = clock;
        this.reader = RecordReader.ofKept(vocabulary);
        this.events = events;
        this.visible = visible;
        this.attached = attached;
        this.queue = queue;
    }

    /** A record with its head revision, read. */
    record Head(KeptRecord record, KeptRevision revision, Content content) {

        Revision summary() {
            return revision.of(record);
        }

        RevisionPin pin() {
            return summary().pin();
        }
    }

    /**
     * Under what circumstances something is written.
     *
     * @param by who stands for what is written
     * @param acting who lets it be written; another person only where a second one confirmed it
     */
    record Occasion(Actor by, Actor acting, Revision.Origin origin, @Nullable String reason) {

        Occasion(Actor by, Revision.Origin origin, @Nullable String reason) {
            this(by, by, origin, reason);
        }
    }

    /**
     * Makes each content the head of its record, and records it in the audit log. What is already the head stays as it is.
     *
     * @param alsoKept stores what its caller keeps of the revisions
     * @return the revisions written, in the order given
     */
    List<RevisionPin> save(List<Content> contents, Occasion occasion, Consumer<List<RevisionPin>> alsoKept) {
        var written = new ArrayList<RecordSaved>();
        for (int i = 0; i < contents.size(); i++) {
            save(contents.get(i), occasion).ifPresent(written::add);
            forget(i);
        }
        records.flush(); // what follows is plain JDBC and refers to the rows
        List<RevisionPin> pins = written.stream().map(saved -> saved.revision().pin()).toList();
        alsoKept.accept(pins);
        // Late, because the log lets one transaction in at a time; who hears of a record may record something too.
        written.forEach(events::publishEvent);
        trail.recordAll(pins.stream().map(pin -> entry(pin, occasion)).toList());
        return pins;
    }

    List<RevisionPin> save(List<Content> contents, Occasion occasion) {
        return save(contents, occasion, pins -> {});
    }

    /** Lets go of rows that were read and written: else every statement looks through all of them, and many records take their square. */
    void forget(int done) {
        if (done % SOME == SOME - 1) {
            entities.flush();
            entities.clear();
        }
    }

    /**
     * Locks the record and makes sure that this is its head.
     *
     * @param number the revision expected; 0 for none
     * @throws StaleRevision if it is another
     * @throws NoSuchRecord if a revision is expected and there is no record
     */
    void expect(Kind kind, String slug, int number) {
        queue.enter(kind, slug);
        KeptRecord record = records.lock(kind, slug).orElse(null);
        if (record != null && number == 0 && !visible.sees(record)) {
            throw new SlugTaken(kind, slug);
        }
        if (record == null && number > 0 || record != null && !visible.sees(record)) {
            throw new NoSuchRecord(kind, slug);
        }
        if (record != null && record.headNumber() != number) {
            throw new StaleRevision(revision(record).of(record), number);
        }
    }

    /** Keeps others from saving the record until the transaction ends; a record that is not there is nobody's to keep. */
    void lock(Kind kind, String slug) {
        records.lock(kind, slug);
    }

    private Optional<RecordSaved> save(Content content, Occasion occasion) {
        byte[] canonical = content.file().canonical();
        String sha256 = Sha256.of(canonical);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // databases keep microseconds
        queue.enter(content.kind(), content.slug());
        KeptRecord record = records.lock(content.kind(), content.slug())
                .orElseGet(() -> records.save(new KeptRecord(content.kind(), content.slug(), content.file().name(),
                        visible.unitOfNew(content.kind()), now)));
        KeptRevision before = record.headNumber() > 0 ? revision(record) : null;
        if (before != null && before.sha256().equals(sha256)) {
            return Optional.empty();
        }
        int number = record.advance(content.file().name());
        KeptRevision written = revisions.save(new KeptRevision(new KeptRevision.Key(record.id(), number), canonical, sha256, now, occasion.by(),
                occasion.origin(), occasion.reason()));
        records.flush();
        index.write(record.id(), content);
        attached.attach(record, number, content.file(), occasion.origin());
        return Optional.of(new RecordSaved(written.of(record), content.file(), before == null ? null : content(record, before).file()));
    }

    private static AuditEntry entry(RevisionPin pin, Occasion occasion) {
        String action = pin.kind().code() + (pin.number() == 1 ? ".registered" : ".revised");
        AuditEntry entry = AuditEntry.of(occasion.acting(), action, new AuditEntry.Subject(pin.kind().code(), pin.slug(), (long) pin.number()))
                .because(occasion.reason())
                .with("sha256", pin.sha256())
                .with("origin", occasion.origin().name());
        return occasion.acting().equals(occasion.by()) ? entry : entry.with("author", occasion.by().name());
    }

    /** @throws NoSuchRecord if there is none */
    KeptRecord record(Kind kind, String slug) {
        return records.findByKindAndSlug(kind, slug).orElseThrow(() -> new NoSuchRecord(kind, slug));
    }

    /** The head revision, if there is such a record. */
    Optional<Head> find(Kind kind, String slug) {
        return records.findByKindAndSlug(kind, slug).map(this::head);
    }

    /** The one record about ourselves. */
    Optional<Head> organisation() {
        return records.findByKindOrderByNameAscSlugAsc(Kind.ORGANISATION).stream().findFirst().map(this::head);
    }

    /** @throws NoSuchRecord if there is none */
    Head head(Kind kind, String slug) {
        return head(record(kind, slug));
    }

    private Head head(KeptRecord record) {
        KeptRevision revision = revision(record);
        return new Head(record, revision, content(record, revision));
    }

    /** @throws NoSuchRecord if there is no such record, or no such revision of it */
    Head revision(Kind kind, String slug, int number) {
        KeptRecord record = record(kind, slug);
        KeptRevision revision = revisions.findByKey(new KeptRevision.Key(record.id(), number))
                .orElseThrow(() -> new NoSuchRecord(kind, slug, number));
        return new Head(record, revision, content(record, revision));
    }

    private KeptRevision revision(KeptRecord record) {
        return revisions.findByKey(new KeptRevision.Key(record.id(), record.headNumber()))
                .orElseThrow(() -> new IllegalStateException(record.kind().code() + " \"" + record.slug() + "\" has no revision "
                        + record.headNumber() + "; the database was changed from outside"));
    }

    /** The pin of the head revision, if there is such a record. */
    Optional<RevisionPin> headPin(Kind kind, String slug) {
        return records.findByKindAndSlug(kind, slug).map(record -> revision(record).of(record).pin());
    }

    /** How many records have a revision saved at this moment or later. */
    int savedSince(Instant moment) {
        return revisions.countRecordsSavedSince(moment);
    }

    private Content content(KeptRecord record, KeptRevision revision) {
        Reading reading = reader.read(List.of(new Source(record.slug() + " revision " + revision.number(), revision.canonical())));
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        return new Content(record.kind(), reading.records().getFirst());
    }

    /** Lets the people of another unit see a record; null for all. */
    void move(KeptRecord record, @Nullable String unit, Occasion occasion) {
        String before = record.unit();
        record.moveTo(unit);
        records.flush();
        index.move(record.id(), unit);
        trail.record(AuditEntry.of(occasion.by(), record.kind().code() + ".unit-changed", new AuditEntry.Subject(record.kind().code(), record.slug(), null))
                .because(occasion.reason())
                .with("before", before == null ? "all" : before)
                .with("unit", unit == null ? "all" : unit));
    }

    /** All revisions of a record, newest first. */
    List<Revision> history(KeptRecord record) {
        return revisions.findByKeyRecordIdOrderByKeyNumberDesc(record.id()).stream().map(revision -> revision.of(record)).toList();
    }

    /** The bytes of a revision exactly as they were saved, if there is that revision with that hash. */
    Optional<byte[]> bytes(RevisionPin pin) {
        return records.findByKindAndSlug(pin.kind(), pin.slug())
                .flatMap(record -> revisions.findByKey(new KeptRevision.Key(record.id(), pin.number())))
                .filter(revision -> revision.sha256().equals(pin.sha256()))
                .map(KeptRevision::canonical);
    }
}
