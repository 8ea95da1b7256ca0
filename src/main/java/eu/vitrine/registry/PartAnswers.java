package eu.vitrine.registry;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.PartAnswer.Point;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers the everyday question about a provider, licence or service from its facts; it judges nothing. */
@Component
public class PartAnswers {

    private static final String LEGAL_NAME = "provider.legal_name";
    private static final String COUNTRY = "provider.country";
    private static final List<String> PROVIDER = List.of("provider.placing_entity", "provider.placing_entity_in_eu",
            "provider.representative.name", "provider.code.transparency_signed_on", "provider.code.copyright_signed_on",
            "provider.code.safety_signed_on");
    private static final String LOCATION = "service.data_location";
    private static final List<String> SERVICE =
            List.of("service.operator", "service.models", "service.training_on_inputs", "service.retention_days", "service.third_country_transfer_basis");
    private static final String GRANTS = "licence-grants";
    private static final String RESTRICTIONS = "licence-restrictions";
    /** The choice by which a licence says that it has no such limit. */
    private static final String NO_LIMIT = "none";

    private final Vocabulary vocabulary;
    private final FactSections sections;

    PartAnswers(Vocabulary vocabulary, FactSections sections) {
        this.vocabulary = vocabulary;
        this.sections = sections;
        List.of(LEGAL_NAME, COUNTRY, LOCATION).forEach(vocabulary::get);
        PROVIDER.forEach(vocabulary::get);
        SERVICE.forEach(vocabulary::get);
        section(GRANTS);
        section(RESTRICTIONS);
    }

    private Section section(String id) {
        return vocabulary.sections().stream().filter(section -> section.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the vocabulary has no section " + id));
    }

    /** Who it is and where it sits; through whom it reaches the Union; what it has signed. */
    PartAnswer ofProvider(Facts facts) {
        boolean named = isValue(facts, LEGAL_NAME);
        boolean seated = isValue(facts, COUNTRY);
        String lead = named && seated ? "registry.provider.seat" : named ? "registry.provider.seat-unknown" : "registry.provider.unknown";
        var args = named ? seated ? List.of(words(facts, LEGAL_NAME), words(facts, COUNTRY)) : List.of(words(facts, LEGAL_NAME)) : List.<String>of();
        return new PartAnswer(lead, args, points(facts, PROVIDER));
    }

    /** Where inputs go, and what becomes of them. */
    PartAnswer ofService(Facts facts) {
        boolean known = isValue(facts, LOCATION);
        boolean looked = facts.get(LOCATION).state() != State.UNKNOWN;
        String lead = known ? "registry.service.place" : looked ? "registry.service.place-not-stated" : "registry.service.place-unknown";
        return new PartAnswer(lead, known || looked ? List.of(words(facts, LOCATION)) : List.of(), points(facts, SERVICE));
    }

    private List<Point> points(Facts facts, List<String> ids) {
        return ids.stream().map(id -> new Point(null, vocabulary.get(id).label(), List.of(words(facts, id)))).toList();
    }

    private String words(Facts facts, String id) {
        return sections.words(facts, id);
    }

    private static boolean isValue(Facts facts, String id) {
        return facts.get(id).state() == State.VALUE;
    }

    /** What it grants; what it takes away or asks in return; what nobody knows. */
    public PartAnswer ofLicence(Facts facts) {
        var granted = new ArrayList<String>();
        var refused = new ArrayList<String>();
        var taken = new ArrayList<String>();
        var without = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (FactDeclaration declared : section(GRANTS).facts()) {
            switch (holds(facts.get(declared.id()))) {
                case THERE -> granted.add(lower(declared.label()));
                case NOT_THERE -> refused.add(lower(declared.label()));
                case NOT_KNOWN -> open.add(lower(declared.label()));
            }
        }
        for (FactDeclaration declared : section(RESTRICTIONS).facts()) {
            Fact fact = facts.get(declared.id());
            switch (holds(fact)) {
                case THERE -> taken.add(restriction(declared, fact));
                case NOT_THERE -> without.add(lower(declared.label()));
                case NOT_KNOWN -> {
                    if (!declared.judgement() && fact.state() == State.UNKNOWN) {
                        open.add(lower(declared.label()));
                    }
                }
            }
        }
        var points = new ArrayList<Point>();
        point(points, "registry.licence.refuses", refused);
        point(points, "registry.licence.takes", taken);
        point(points, "registry.licence.without", inOneLine(without));
        point(points, "registry.licence.open", inOneLine(open));
        return new PartAnswer(granted.isEmpty() ? "registry.licence.grants-none" : "registry.licence.grants",
                granted.isEmpty() ? List.of() : List.of(FactWords.joined(granted)), points);
    }

    private static void point(List<Point> points, String key, List<String> words) {
        if (!words.isEmpty()) {
            points.add(new Point(key, "", words));
        }
    }

    private static List<String> inOneLine(List<String> words) {
        return words.isEmpty() ? words : List.of(String.join("; ", words));
    }

    private enum Clause {
        THERE,
        NOT_THERE,
        NOT_KNOWN
    }

    private static Clause holds(Fact fact) {
        return switch (fact.claim().value()) {
            case null -> fact.state() == State.NONE ? Clause.NOT_THERE : Clause.NOT_KNOWN;
            case FactValue.Truth truth -> truth.value() ? Clause.THERE : Clause.NOT_THERE;
            case FactValue.Text text -> text.value().equals(NO_LIMIT) ? Clause.NOT_THERE : Clause.THERE;
            case FactValue.Items items -> items.values().isEmpty() ? Clause.NOT_THERE : Clause.THERE;
            default -> Clause.THERE;
        };
    }

    private static String restriction(FactDeclaration declared, Fact fact) {
        return fact.claim().value() instanceof FactValue.Truth ? lower(declared.label())
                : lower(declared.label()) + ": " + FactWords.of(declared, fact);
    }

    /** A label within a sentence. */
    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
