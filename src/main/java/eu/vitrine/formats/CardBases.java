package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that a card says its own was made from. The hub guesses a relation where the card names none; we do not. */
final class CardBases {

    private static final Map<String, String> RELATIONS =
            Map.of("quantized", "quantised", "finetune", "fine_tune", "adapter", "adapter", "merge", "merge");

    private final Draft draft;
    private final Values values;

    CardBases(Draft draft, Values values) {
        this.draft = draft;
        this.values = values;
    }

    void read(Map<String, Located> fields) {
        List<Values.Item> named = values.texts(fields.get("base_model"), "base_model", "model.lineage.bases");
        Located relationNode = fields.get("base_model_relation");
        String stated = values.text(relationNode, "base_model_relation", "model.lineage.bases");
        String relation = stated == null ? null : RELATIONS.get(stated);
        if (stated != null && relation == null && relationNode != null) {
            draft.remarks().leftOut(values.at(relationNode, "base_model_relation"), "model.lineage.bases", stated,
                    "The relation to a base is one of adapter, merge, quantized and finetune.", null);
        }
        if (named.isEmpty() && relation != null && relationNode != null) {
            draft.remarks().notAFact(values.at(relationNode, "base_model_relation"), "model.lineage.bases", stated,
                    "The card names a relation to a base and no base.", null);
        }
        Map<String, FactValue.Row> rows = new LinkedHashMap<>();
        List<String> hubNames = new ArrayList<>();
        Place place = null;
        for (Values.Item item : named) {
            HubName base = HubName.ofText(item.text()) != null ? HubName.ofText(item.text()) : HubName.ofAddress(item.text());
            String slug = Wording.slug(base == null ? item.text() : base.name());
            if (slug == null || base == null && item.text().matches("(?s).*[\\s/\\\\].*")) {
                draft.remarks().leftOut(item.place(), "model.lineage.bases", item.text(), "This is no name of a model on the hub.", null);
                continue;
            }
            Map<String, FactValue> cells = new LinkedHashMap<>();
            cells.put("model", new FactValue.Text(slug));
            if (relation != null) {
                cells.put("relation", new FactValue.Text(relation));
            }
            if (rows.containsKey(slug) && base != null) {
                // two accounts publish a model of the same name
                slug = String.valueOf(Wording.slug(base.account() + "-" + base.name()));
                cells.put("model", new FactValue.Text(slug));
            }
            rows.putIfAbsent(slug, new FactValue.Row(cells, null, null));
            hubNames.add(base == null ? item.text() : base.text());
            place = place == null ? item.place() : place;
        }
        if (place != null) {
            draft.model("model.lineage.bases", new FactValue.Rows(List.copyOf(rows.values())), place,
                    "on the hub: " + CardFields.first(hubNames) + (relation == null ? "; the card does not say how the model was made from it" : ""));
        }
    }
}
