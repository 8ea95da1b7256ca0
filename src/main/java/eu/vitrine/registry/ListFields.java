package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the list of each kind can be filtered and ordered by: every fact marked as filter, of a model also those of its provider,
 * its licence of the weights and its services. Those that people ask for most have a short name and stand first.
 */
@Component
class ListFields {

    /** The kinds that have a list. */
    static final List<Kind> KINDS = List.of(Kind.MODEL, Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE, Kind.USE);

    private static final Map<String, String> SHORT = shortNames();
    private static final int MAIN_OF_MODELS = 5;
    private static final int MAIN = 3;

    private final Map<Kind, List<ListField>> fields = new EnumMap<>(Kind.class);

    ListFields(Vocabulary vocabulary) {
        KINDS.forEach(kind -> fields.put(kind, List.copyOf((kind == Kind.MODEL ? ofModels(vocabulary) : ofKind(kind, vocabulary)).values())));
    }

    private static Map<String, String> shortNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("country", "provider.country");
        names.put("weights", "model.openness.weights");
        names.put("input", "model.modalities.input");
        return names;
    }

    private static Map<String, ListField> ofModels(Vocabulary vocabulary) {
        var fields = new LinkedHashMap<String, ListField>();
        fields.put(HeadIndex.PROVIDER, ListField.of(HeadIndex.PROVIDER, Kind.PROVIDER));
        fields.put(HeadIndex.LICENCE, ListField.of(HeadIndex.LICENCE, Kind.LICENCE));
        SHORT.forEach((parameter, fact) -> fields.put(fact, ListField.of(parameter, vocabulary.get(fact))));
        fields.put(HeadIndex.SERVICE, ListField.of(HeadIndex.SERVICE, Kind.SERVICE));
        for (Kind kind : List.of(Kind.MODEL, Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE)) {
            ofKind(kind, vocabulary).forEach(fields::putIfAbsent);
        }
        return fields;
    }

    private static Map<String, ListField> ofKind(Kind kind, Vocabulary vocabulary) {
        var fields = new LinkedHashMap<String, ListField>();
        vocabulary.facts().stream().filter(fact -> fact.kind() == kind && fact.filter() && !fact.retired())
                .forEach(fact -> fields.put(fact.id(), ListField.of(fact.id(), fact)));
        return fields;
    }

    /** The filters of a list, in order. */
    List<ListField> of(Kind kind) {
        return fields.getOrDefault(kind, List.of());
    }

    /** Whether a filter is among those asked for most. */
    boolean isMain(Kind kind, ListField field) {
        return of(kind).indexOf(field) < (kind == Kind.MODEL ? MAIN_OF_MODELS : MAIN);
    }

    /** The filter by this fact or reference. */
    Optional<ListField> byKey(Kind kind, String key) {
        return of(kind).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether a list can be ordered by a fact: by numbers and dates of the records themselves. */
    boolean isOrder(Kind kind, String key) {
        return byKey(kind, key).filter(field -> field.form().isRange() && field.fact() != null && field.fact().kind() == kind).isPresent();
    }

    /** What can stand in a column: the facts, and what a model refers to. */
    List<String> columns(Kind kind) {
        var columns = new ArrayList<>(of(kind).stream().filter(field -> !field.key().equals(HeadIndex.SERVICE)).map(ListFields::column).toList());
        if (kind != Kind.MODEL && kind != Kind.USE) {
            columns.add(MODELS);
        }
        columns.add(ListOrder.CHANGED);
        return columns;
    }

    /** The column with how many models refer to a record. */
    static final String MODELS = "models";
    /** The columns that a higher floor contributes. */
    static final String ASSESSMENT = "assessment";

    private static String column(ListField field) {
        FactDeclaration fact = field.fact();
        return fact == null ? field.parameter() : fact.id();
    }
}
