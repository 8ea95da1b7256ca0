package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;

/** Counts what is disclosed. */
final class Disclosures {

    private Disclosures() {}

    /** Over the facts of the model and its provider that are not ours to say: no judgements, nothing about ourselves. */
    static Disclosure of(Vocabulary vocabulary, Subject subject) {
        int disclosed = 0;
        int withheld = 0;
        int notFound = 0;
        int notLookedFor = 0;
        for (FactDeclaration declaration : vocabulary.facts()) {
            boolean counts = (declaration.kind() == Kind.MODEL || declaration.kind() == Kind.PROVIDER)
                    && !declaration.judgement() && declaration.knownBy() != FactDeclaration.KnownBy.US;
            if (!counts) {
                continue;
            }
            Fact fact = subject.facts().get(declaration.id());
            switch (fact.state()) {
                case VALUE, NONE -> disclosed++;
                case WITHHELD -> withheld++;
                case ABSENT -> notFound++;
                case UNKNOWN -> notLookedFor++;
                case NOT_APPLICABLE -> { }
            }
        }
        return new Disclosure(disclosed + withheld + notFound, disclosed, withheld, notFound, notLookedFor);
    }
}
