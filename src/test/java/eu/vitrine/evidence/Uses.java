package eu.vitrine.evidence;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What rests on evidence, as packages above would say it. */
class Uses implements EvidenceUse {

    final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public boolean holds(String sha256) {
        return held.contains(sha256);
    }

    @Override
    public List<Place> places(String sha256) {
        return held.contains(sha256) ? List.of(new Place("Terms of Union Cloud", "/services/example-union-cloud", "service", "example-union-cloud")) : List.of();
    }
}
