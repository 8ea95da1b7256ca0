package eu.vitrine.forms;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The few questions with which a record begins, out of the vocabulary; what is left blank stays unknown. */
@Component
class Triage {

    /** Field for the address at which the answers were read. */
    static final String SOURCE = "source";

    /** Field for how much is known about the models within a tool. */
    static final String EXTENT = "extent";

    static final String MODELS = "service.models";

    private static final Map<Kind, List<String>> ASKED = Map.of(
            Kind.SERVICE, List.of("service.operator", "service.kind", MODELS, "service.data_location", "service.training_on_inputs"),
            Kind.USE, List.of("use.purpose", "use.model", "use.service", "use.owner", "use.role", "use.data_class", "use.languages", "use.audience"),
            Kind.MODEL, List.of("model.identifiers.hub_id", "model.openness.weights", "model.release.first_public_date"));

    private final Vocabulary vocabulary;
    private final KnownRecords known;
    private final DatesInWords dates;

    Triage(Vocabulary vocabulary, KnownRecords known, DatesInWords dates) {
        this.vocabulary = vocabulary;
        this.known = known;
        this.dates = dates;
        ASKED.values().forEach(ids -> ids.forEach(vocabulary::get));
    }

    /** The questions about a kind of record, in the order in which they are asked. */
    List<FactDeclaration> questions(Kind kind) {
        return ASKED.get(kind).stream().map(vocabulary::get).toList();
    }

    /**
     * Reads the answers.
     *
     * @param errors receives what cannot be read, by the id of the fact
     */
    Facts read(Kind kind, Input typed, FormErrors errors) {
        String source = typed.text(SOURCE);
        if (!source.isEmpty() && !isAddress(source)) {
            errors.add(SOURCE, "triage.wrong.address", source);
        }
        var facts = new ArrayList<Fact>();
        if (kind == Kind.SERVICE && !source.isEmpty()) {
            facts.add(new Fact("service.terms_url", claim(new FactValue.Text(source), Completeness.NOT_KNOWN, source), List.of()));
        }
        for (FactDeclaration question : questions(kind)) {
            value(question, typed, errors).ifPresent(value ->
                    facts.add(new Fact(question.id(), claim(value, completeness(question, typed), source), List.of())));
        }
        return Facts.of(facts);
    }

    static boolean isAddress(String text) {
        return text.length() <= 1_000 && Codes.isAddress(text);
    }

    /** The day counts only together with the address that was read on it. */
    private Claim claim(FactValue value, Completeness completeness, String source) {
        return new Claim(State.VALUE, value, completeness, source.isEmpty() ? null : source, source.isEmpty() ? null : Day.of(dates.today()), null, null);
    }

    private static Completeness completeness(FactDeclaration question, Input typed) {
        if (question.type() != FactType.LIST) {
            return Completeness.NOT_KNOWN;
        }
        return question.id().equals(MODELS) && !typed.text(EXTENT).equals("all") ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    private Optional<FactValue> value(FactDeclaration question, Input typed, FormErrors errors) {
        String id = question.id();
        if (question.type() == FactType.LIST) {
            List<String> items = typed.all(id).stream().flatMap(text -> Arrays.stream(text.split("[,;]"))).map(String::strip)
                    .filter(text -> !text.isEmpty()).map(text -> one(question, question.element(), text, errors)).distinct().toList();
            if (id.equals(MODELS)) {
                return models(typed, items, errors);
            }
            return items.isEmpty() ? Optional.empty() : Optional.of(new FactValue.Items(items));
        }
        String text = typed.text(id);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String read = one(question, question.type(), text, errors);
        return Optional.of(switch (question.type()) {
            case DATE -> new FactValue.Date(Day.parse(text).orElseGet(() -> Day.of(dates.today())));
            case BOOLEAN -> new FactValue.Truth(text.equals("true"));
            default -> new FactValue.Text(read);
        });
    }

    private static Optional<FactValue> models(Input typed, List<String> items, FormErrors errors) {
        boolean named = typed.text(EXTENT).equals("all") || typed.text(EXTENT).equals("some");
        if (named == items.isEmpty()) {
            errors.add(named ? MODELS : EXTENT, named ? "triage.wrong.models.none" : "triage.wrong.models.extent");
        }
        return named && !items.isEmpty() ? Optional.of(new FactValue.Items(items)) : Optional.empty();
    }

    private String one(FactDeclaration question, @Nullable FactType type, String text, FormErrors errors) {
        String read = CodeNames.concern(type) ? CodeNames.of(type).code(text) : text;
        if (type == FactType.REFERENCE && question.refersTo() != null) {
            Optional<String> slug = known.resolve(question.refersTo(), text);
            if (slug.isEmpty()) {
                errors.add(question.id(), known.isAmbiguous(question.refersTo(), text) ? "triage.wrong.reference.several" : "triage.wrong.reference", text);
            }
            return slug.orElse(text);
        }
        boolean fits = type == null || switch (type) {
            case COUNTRY -> question.type() == FactType.LIST ? Codes.isTerritory(read) : Codes.isCountry(read);
            case LANGUAGE -> Codes.isLanguage(read);
            case CHOICE -> question.choices().containsKey(read);
            case BOOLEAN -> read.equals("true") || read.equals("false");
            case DATE -> Day.parse(read).isPresent();
            case URL -> isAddress(read);
            default -> read.length() <= 4_000;
        };
        if (!fits) {
            errors.add(question.id(), "triage.wrong." + (type == null ? "text" : type.name().toLowerCase(java.util.Locale.ROOT)), text);
        }
        return read;
    }

    /** The record that begins with these answers. */
    static RecordFile file(Kind kind, String slug, Identity identity, Facts facts) {
        return kind == Kind.MODEL ? identity.on(kind, RecordFile.ofModel(slug, identity.name(), null, null)).withFacts(kind, facts)
                : RecordFile.of(kind, slug, identity.name(), facts);
    }
}
