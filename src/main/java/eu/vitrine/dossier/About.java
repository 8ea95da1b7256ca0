package eu.vitrine.dossier;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;

/** What a dossier is about, which decides what it leads with. A record that states a model is about the model. */
enum About {
    MODEL,
    USE,
    ORGANISATION,
    SERVICE;

    static About of(Subject subject) {
        if (subject.stated().contains(Kind.MODEL)) {
            return MODEL;
        }
        return subject.stated().contains(Kind.USE) ? USE
                : subject.stated().contains(Kind.ORGANISATION) ? ORGANISATION
                : subject.stated().contains(Kind.SERVICE) ? SERVICE : MODEL;
    }
}
