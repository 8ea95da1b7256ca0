package eu.vitrine.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<KeptRevision, KeptRevision.Key> {

    KeptRevision save(KeptRevision revision);

    Optional<KeptRevision> findByKey(KeptRevision.Key key);

    List<KeptRevision> findByKeyRecordIdOrderByKeyNumberDesc(UUID recordId);

    @Query("select count(distinct r.key.recordId) from KeptRevision r where r.recordedAt >= :moment")
    int countRecordsSavedSince(Instant moment);
}
