package eu.vitrine.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<KeptRevision, KeptRevision.Key> {

    KeptRevision save(KeptRevision revision);

    Optional<KeptRevision> findByKey(KeptRevision.Key key);

    List<KeptRevision> findByKeyRecordIdOrderByKeyNumberDesc(UUID recordId);
}
