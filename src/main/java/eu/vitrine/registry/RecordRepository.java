package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecordRepository extends Repository<KeptRecord, UUID> {

    KeptRecord save(KeptRecord record);

    void flush();

    long count();

    Optional<KeptRecord> findByKindAndSlug(Kind kind, String slug);

    boolean existsByKindAndSlug(Kind kind, String slug);

    List<KeptRecord> findByKindAndSlugIn(Kind kind, Collection<String> slugs);

    List<KeptRecord> findByKindOrderByNameAscSlugAsc(Kind kind);

    List<KeptRecord> findAllByOrderByKindAscSlugAsc();
}
