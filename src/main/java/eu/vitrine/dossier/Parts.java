package eu.vitrine.dossier;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Licences and services, each with all its clauses and terms. */
final class Parts {

    /** Clauses up to this length are given in full on the cover. */
    private static final int BRIEF = 32;

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
                .with("limits", limits(part))
                .with("open", unknownLimits(part) == 0 ? null : texts.count("limits.open", unknownLimits(part)))).toList();
    }

    List<Fields> services(Subject subject) {
        List<FactDeclaration> terms = declarations(Kind.SERVICE).stream()
                .filter(fact -> !fact.id().equals(Names.OPERATOR) && !fact.id().equals(Names.SERVICE_KIND)).toList();
        return servicesOf(subject).stream().map(part -> tables.table(terms, part.facts())
                .with("source", tables.source(part.facts().get(Names.OPERATOR)))
                .with("name", name(part, Names.OPERATOR))
                .with("kind", words(part, Names.SERVICE_KIND))
                .with("location", words(part, Names.DATA_LOCATION))
                .with("located", part.facts().get(Names.DATA_LOCATION).state() == State.VALUE)).toList();
    }

    /** The services of a model; of a use, the one that it runs on. */
    static List<Subject.Part> servicesOf(Subject subject) {
        if (About.of(subject) != About.USE || subject.stated().contains(Kind.SERVICE)) {
            return subject.services();
        }
        boolean known = subject.facts().all().stream().anyMatch(fact -> fact.id().startsWith(Kind.SERVICE.code() + ".") && fact.state() != State.UNKNOWN);
        String slug = subject.facts().get(Names.USE_SERVICE).claim().value() instanceof FactValue.Text(String named) ? named : "";
        return known ? List.of(new Subject.Part(Kind.SERVICE, slug, subject.facts())) : List.of();
    }

    /** What of a licence limits what its licensee may do, as phrases; empty when nothing known does. */
    List<String> limits(Subject.Part licence) {
        return limits(licence, Integer.MAX_VALUE);
    }

    /** The same for the cover: long clauses are only named. */
    List<String> briefLimits(Subject.Part licence) {
        return limits(licence, BRIEF);
    }

    private List<String> limits(Subject.Part licence, int longest) {
        List<String> limits = new ArrayList<>();
        for (FactDeclaration fact : restrictions()) {
            Claim claim = licence.facts().get(fact.id()).claim();
            if (limits(claim)) {
                String words = FactTables.words(fact, claim);
                limits.add(fact.type() == FactType.BOOLEAN || words.length() > longest ? lower(fact.label())
                        : texts.of("limit.valued", "label", lower(fact.label()), "value", fact.type() == FactType.CHOICE ? lower(words) : words));
            }
        }
        if (licence.facts().get(Names.COMMERCIAL).claim().value() instanceof FactValue.Truth truth && !truth.value()) {
            limits.add(texts.of("limit.commercial"));
        }
        return limits;
    }

    private static boolean limits(Claim claim) {
        return switch (claim.value()) {
            case null -> false;
            case FactValue.Truth truth -> truth.value();
            case FactValue.Text text -> !text.value().equals(State.NONE.code());
            case FactValue.Items items -> !items.values().isEmpty();
            default -> true;
        };
    }

    /**
     * How many restrictions are open, so that a short list of limits is not taken for a complete one. Facts that are asked only
     * where another one holds are left out.
     */
    int unknownLimits(Subject.Part licence) {
        return (int) restrictions().stream().filter(fact -> fact.askWhen() == null)
                .map(fact -> licence.facts().get(fact.id()).state())
                .filter(state -> state == State.UNKNOWN || state == State.ABSENT || state == State.WITHHELD)
                .count();
    }

    private List<FactDeclaration> restrictions() {
        return vocabulary.sections(Kind.LICENCE).stream().filter(section -> section.id().equals(Names.RESTRICTIONS))
                .flatMap(section -> section.facts().stream()).filter(fact -> !fact.judgement()).toList();
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
