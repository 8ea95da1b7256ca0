package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a card says about a gate before the download. The terms to accept and the fields to fill in are plain; a mere sentence
 * or the words on a button are not.
 */
final class CardGate {

    private static final String NOTE = "the card words the gate; whether it is switched on is a setting of the hub";

    private final PlainFile file;
    private final Draft draft;
    private final Values values;

    CardGate(PlainFile file, Draft draft, Values values) {
        this.file = file;
        this.draft = draft;
        this.values = values;
    }

    void read(Map<String, Located> fields) {
        Located switched = fields.get("gated");
        if (switched != null && !switched.isNull()) {
            if (Set.of("auto", "manual", "true").contains(Values.summary(switched).toLowerCase(Locale.ROOT))) {
                draft.model("model.openness.weights", new FactValue.Text("gated"), values.at(switched, "gated"),
                        "the card says that the download is gated");
            } else {
                draft.remarks().notAFact(values.at(switched, "gated"), "model.openness.weights", Values.summary(switched),
                        "This alone does not show that the weights can be downloaded freely.", "Look at the files of the repository.");
            }
        }
        Located prompt = fields.get("extra_gated_prompt");
        Located asked = fields.get("extra_gated_fields");
        boolean data = asked instanceof Located.Mapping mapping && mapping.entries().values().stream().anyMatch(field -> !checkbox(field));
        boolean box = asked instanceof Located.Mapping mapping && !mapping.entries().isEmpty();
        boolean terms = prompt instanceof Located.Scalar scalar && scalar.value() instanceof String words && !Wording.isPlaceholder(words);
        if (asked != null && !asked.isNull() && !(asked instanceof Located.Mapping)) {
            draft.remarks().leftOut(values.at(asked, "extra_gated_fields"), "model.openness.gate", Values.summary(asked),
                    "The fields of a gate are keys with their types, not " + asked.described() + ".", null);
        }
        if (terms || box) {
            Located at = box ? asked : prompt;
            Place place = file.at(at.line(), box ? "extra_gated_fields" : "extra_gated_prompt");
            draft.model("model.openness.weights", new FactValue.Text("gated"), place, NOTE);
            draft.model("model.openness.gate", new FactValue.Text(data ? "contact_data" : "accept_terms"), place,
                    (terms && data ? "terms are to be accepted as well; " : "") + NOTE);
        }
    }

    private static boolean checkbox(Located field) {
        return field instanceof Located.Scalar scalar && scalar.text().equalsIgnoreCase("checkbox")
                || field instanceof Located.Mapping mapping && mapping.get("type") instanceof Located.Scalar type
                        && type.text().equalsIgnoreCase("checkbox");
    }
}
