package eu.vitrine.approval;

import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.RevisionPin;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may not decide on a request: whoever created what it rests on, or changed it since the last approval, or asks. */
@Component
class Parties {

    private final ModelRegistry registry;
    private final Assessments assessments;
    private final ApprovalStore store;

    Parties(ModelRegistry registry, Assessments assessments, ApprovalStore store) {
        this.registry = registry;
        this.assessments = assessments;
        this.store = store;
    }

    /** One part for each person, the first that fits. */
    Collection<Party> of(String use, Actor asks, List<Assessment> basis) {
        Map<String, Party> parties = new LinkedHashMap<>();
        parties.put(asks.id(), new Party(asks, Party.Part.ASKED, ""));
        Map<String, Integer> approved = approved(use);
        basis.stream().flatMap(one -> one.pins().stream()).filter(pin -> !pin.isNone()).distinct().forEach(pin -> {
            int since = approved.getOrDefault(key(pin.kind(), pin.slug()), 0);
            for (Revision revision : registry.revisions(pin.kind(), pin.slug())) {
                int number = revision.pin().number();
                boolean created = number == 1;
                if (number <= pin.number() && (created || number > since)) {
                    parties.putIfAbsent(revision.by().id(), new Party(revision.by(), created ? Party.Part.CREATED : Party.Part.CHANGED, key(pin.kind(), pin.slug())));
                }
            }
        });
        parties.remove(Actor.SYSTEM.id());
        return parties.values();
    }

    /** The revision of each record that the last approval of the use rested on. */
    private Map<String, Integer> approved(String use) {
        Map<String, Integer> revisions = new LinkedHashMap<>();
        store.lastApproval(use).ifPresent(last -> last.basis().forEach(line -> {
            for (RevisionPin pin : assessments.byNumber(line.kind(), line.slug(), line.number()).pins()) {
                revisions.merge(key(pin.kind(), pin.slug()), pin.number(), Math::min);
            }
        }));
        return revisions;
    }

    private static String key(Kind kind, String slug) {
        return kind.code() + " " + slug;
    }
}
