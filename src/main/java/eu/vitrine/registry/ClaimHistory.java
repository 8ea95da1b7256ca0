package eu.vitrine.registry;

import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.facts.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who stands for what the head of a record says: the revision that last changed a chosen claim, name or reference. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimHistory {

    private static final List<String> ATTRIBUTES = List.of("name", "version", "family", "provider", "licences", "services");

    private final RecordStore store;

    ClaimHistory(RecordStore store) {
        this.store = store;
    }

    /**
     * The revision that last changed each chosen claim (by fact) and each name or reference (by the name of the attribute). A
     * further source does not change a claim.
     *
     * @throws NoSuchRecord if there is no such record
     */
    Map<String, Revision> of(Kind kind, String slug) {
        List<Revision> revisions = store.history(store.record(kind, slug));
        Content later = content(revisions.getFirst());
        Set<String> open = new HashSet<>(ATTRIBUTES);
        later.facts().all().forEach(fact -> open.add(fact.id()));
        Map<String, Revision> found = new LinkedHashMap<>();
        for (int i = 0; i < revisions.size() - 1 && !open.isEmpty(); i++) {
            Revision at = revisions.get(i);
            Content earlier = content(revisions.get(i + 1));
            RecordDiff diff = RecordDiff.between(kind, earlier.file(), later.file());
            diff.facts().stream().filter(changed -> !changed.before().claim().equals(changed.after().claim()))
                    .filter(changed -> open.remove(changed.id())).forEach(changed -> found.put(changed.id(), at));
            diff.attributes().stream().filter(attribute -> open.remove(attribute.name())).forEach(attribute -> found.put(attribute.name(), at));
            later = earlier;
        }
        open.forEach(id -> found.put(id, revisions.getLast()));
        return found;
    }

    /** The facts and attributes for whose present content a person stands. */
    Set<String> confirmed(Kind kind, String slug) {
        return of(kind, slug).entrySet().stream().filter(entry -> entry.getValue().origin().confirms()).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Content content(Revision revision) {
        return store.revision(revision.pin().kind(), revision.pin().slug(), revision.pin().number()).content();
    }
}
