package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecordRepository extends Repository<KeptRecord, UUID> {

    KeptRecord save(KeptRecord record);

    void flush();

    long count();

    Optional<KeptRecord> findByKindAndSlug(Kind kind, String slug);

    /** The same, locked until the transaction ends: whoever saves it too waits and then takes the next number. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from KeptRecord r where r.kind = :kind and r.slug = :slug")
    Optional<KeptRecord> lock(Kind kind, String slug);

    boolean existsByKindAndSlug(Kind kind, String slug);

    List<KeptRecord> findByKindAndSlugIn(Kind kind, Collection<String> slugs);

    List<KeptRecord> findByKindOrderByNameAscSlugAsc(Kind kind);
}
