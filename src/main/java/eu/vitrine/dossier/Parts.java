package eu.vitrine.dossier;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Licences and services, each with all its clauses and terms. */
final class Parts {

    private final Texts texts;
    private final Vocabulary vocabulary;
    private final FactTables tables;

    Parts(Texts texts, Vocabulary vocabulary, FactTables tables) {
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.tables = tables;
    }

    List<Fields> licences(Subject subject) {
        return subject.licences().stream().map(part -> tables.table(declarations(Kind.LICENCE), part.facts())
                .with("name", name(part, Names.LICENCE_ID))
                .with("covers", words(part, Names.ARTEFACTS))
                .with("limits", limits(part))).toList();
    }

    List<Fields> services(Subject subject) {
        return subject.services().stream().map(part -> tables.table(declarations(Kind.SERVICE), part.facts())
                .with("name", name(part, Names.OPERATOR))
                .with("kind", words(part, Names.SERVICE_KIND))
                .with("location", words(part, Names.DATA_LOCATION))
                .with("located", part.facts().get(Names.DATA_LOCATION).state() == State.VALUE)).toList();
    }

    /** What of a licence limits what its licensee may do, as a list of short phrases; empty when nothing known does. */
    List<String> limits(Subject.Part licence) {
        List<String> limits = new ArrayList<>();
        for (Section section : vocabulary.sections(Kind.LICENCE)) {
            if (section.id().equals(Names.RESTRICTIONS)) {
                section.facts().stream().filter(fact -> !fact.judgement()).forEach(fact -> limit(fact, licence, limits));
            }
        }
        if (licence.facts().get(Names.COMMERCIAL).claim().value() instanceof FactValue.Truth truth && !truth.value()) {
            limits.add(texts.of("limit.commercial"));
        }
        return limits;
    }

    private void limit(FactDeclaration fact, Subject.Part licence, List<String> limits) {
        Claim claim = licence.facts().get(fact.id()).claim();
        boolean none = claim.value() == null
                || claim.value() instanceof FactValue.Truth truth && !truth.value()
                || claim.value() instanceof FactValue.Text text && text.value().equals(State.NONE.code())
                || claim.value() instanceof FactValue.Items items && items.values().isEmpty();
        if (!none) {
            limits.add(fact.type() == FactType.BOOLEAN ? lower(fact.label())
                    : texts.of("limit.valued", "label", lower(fact.label()), "value", FactTables.words(fact, claim)));
        }
    }

    /** Restrictions about which nothing is known, so that a short list of limits is not taken for a complete one. */
    int unknownLimits(Subject.Part licence) {
        return (int) vocabulary.sections(Kind.LICENCE).stream().filter(section -> section.id().equals(Names.RESTRICTIONS))
                .flatMap(section -> section.facts().stream())
                .filter(fact -> !fact.judgement() && !licence.facts().get(fact.id()).state().equals(State.VALUE)
                        && licence.facts().get(fact.id()).state() != State.NONE
                        && licence.facts().get(fact.id()).state() != State.NOT_APPLICABLE)
                .count();
    }

    String words(Subject.Part part, String id) {
        Fact fact = part.facts().get(id);
        return FactTables.words(vocabulary.get(id), fact.claim());
    }

    String name(Subject.Part part, String id) {
        return part.facts().get(id).claim().value() == null ? part.slug() : words(part, id);
    }

    private List<FactDeclaration> declarations(Kind kind) {
        return vocabulary.sections(kind).stream().flatMap(section -> section.facts().stream()).toList();
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
