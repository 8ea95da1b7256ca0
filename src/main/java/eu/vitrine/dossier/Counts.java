package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many findings of one kind have which outcome, as a phrase. What is met stands first, even where it is nothing. */
final class Counts {

    private static final List<Outcome> ORDER = List.of(Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NO_EVIDENCE, Outcome.CANNOT_DETERMINE,
            Outcome.NOT_YET_DUE, Outcome.EXEMPT, Outcome.NOT_APPLICABLE);

    private Counts() {}

    static String phrase(Texts texts, List<Finding> findings) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        findings.stream().map(Finding::outcome).filter(java.util.Objects::nonNull).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        List<String> phrases = new ArrayList<>();
        int met = counts.getOrDefault(Outcome.MET, 0);
        phrases.add(met == 0 ? texts.of("cover.state.met.none") : texts.count("cover.state.MET", met));
        for (Outcome outcome : ORDER) {
            if (counts.containsKey(outcome)) {
                phrases.add(texts.count("cover.state." + outcome.name(), counts.get(outcome)));
            }
        }
        return FactWords.joined(phrases);
    }
}
