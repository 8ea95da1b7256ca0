package eu.vitrine.determination;

import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.registry.VisibleRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the evidence that determinations rest on from being removed. */
@Component
class EvidenceOfDeterminations implements EvidenceUse {

    private static final int MOST = 100;

    private final DeterminationStore store;
    private final VisibleRecords visible;

    EvidenceOfDeterminations(DeterminationStore store, VisibleRecords visible) {
        this.store = store;
        this.visible = visible;
    }

    @Override
    public boolean holds(String sha256) {
        return store.refersTo(sha256);
    }

    @Override
    public List<Place> places(String sha256) {
        return store.citing(sha256, visible.and("d.kind", "d.slug"), visible.units(), MOST).stream()
                .map(one -> new Place(one.title(), one.path(), one.kind().code(), one.slug())).toList();
    }
}
