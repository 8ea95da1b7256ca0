package eu.vitrine.registry;

import eu.vitrine.audit.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A revision as it was saved: written once; there is no way to change or remove it. */
@Entity
@Immutable
@Table(name = "registry_revision")
class KeptRevision implements Persistable<KeptRevision.Key> {

    /** Which revision of which record. */
    @Embeddable
    record Key(@Column(name = "record_id") UUID recordId, @Column(name = "number") int number) {}

    @EmbeddedId
    private Key key;

    @Column(nullable = false, updatable = false)
    private byte[] canonical;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(nullable = false, updatable = false)
    private String actorId;

    @Column(nullable = false, updatable = false)
    private String actorName;

    @Column(nullable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private Revision.Origin origin;

    @Nullable
    @Column(updatable = false)
    private String reason;

    /** Whether it is yet to be written. */
    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected KeptRevision() {}

    KeptRevision(Key key, byte[] canonical, String sha256, Instant recordedAt, Actor by, Revision.Origin origin, @Nullable String reason) {
        this.key = key;
        this.canonical = canonical.clone();
        this.sha256 = sha256;
        this.recordedAt = recordedAt;
        this.actorId = by.id();
        this.actorName = by.name();
        this.origin = origin;
        this.reason = reason;
        this.fresh = true;
    }

    @Override
    public Key getId() {
        return key;
    }

    /**
     * A new revision is inserted without a look whether it is there: if its number is taken, the database has to say so. Merged with
     * the other, it would vanish without a word.
     */
    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostPersist
    void written() {
        fresh = false;
    }

    byte[] canonical() {
        return canonical.clone();
    }

    String sha256() {
        return sha256;
    }

    int number() {
        return key.number();
    }

    Revision of(KeptRecord record) {
        var pin = new RevisionPin(record.kind(), record.slug(), key.number(), sha256);
        return new Revision(pin, recordedAt, new Actor(actorId, actorName), origin, reason);
    }
}
