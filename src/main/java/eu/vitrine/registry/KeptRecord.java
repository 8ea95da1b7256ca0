package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity of a record and which of its revisions is the head. */
@Entity
@Table(name = "registry_record")
class KeptRecord {

    /** Longest name kept; a longer one is cut here, and stands whole in the revision. */
    private static final int NAME = 300;

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(nullable = false, updatable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    private int headNumber;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** Short name of the unit whose people see it; null for all. */
    @Nullable
    private String unit;

    @Version
    private long rowVersion;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected KeptRecord() {}

    KeptRecord(Kind kind, String slug, String name, @Nullable String unit, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.slug = slug;
        this.name = cut(name);
        this.unit = unit;
        this.createdAt = createdAt;
    }

    /** Takes the next number for a revision in which the record has this name. */
    int advance(String nameThen) {
        name = cut(nameThen);
        return ++headNumber;
    }

    private static String cut(String name) {
        if (name.length() <= NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(NAME - 2)) ? NAME - 2 : NAME - 1;
        return name.substring(0, end) + "…";
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    int headNumber() {
        return headNumber;
    }

    @Nullable String unit() {
        return unit;
    }

    void moveTo(@Nullable String other) {
        unit = other;
    }

    RecordName named() {
        return new RecordName(kind, slug, name);
    }
}
