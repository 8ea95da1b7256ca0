package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The models that a card says its own was made from. The hub guesses a relation where the card names none; we do not. */
final class CardBases {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,95}");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]{0,200}]\\((https?://[^)\\s]{1,500})\\)[.]?");
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
        Map<String, String> tagged = tagged(fields.get("tags"));
        state(named, item -> relation != null ? relation : tagged.get(item.text()));
    }

    /** What the body labels as the model that this one was fine-tuned from; of use where the front matter names no base. */
    void finetunedFrom(String value, Place place) {
        Matcher link = LINK.matcher(value);
        String plain = (link.matches() ? link.group(1) : value).replaceAll("^[`\"*_]+|[`\"*_.]+$", "");
        if (HubName.ofAddress(plain) != null || HubName.ofText(plain) != null || NAME.matcher(plain).matches()) {
            state(List.of(new Values.Item(plain, place)), item -> "fine_tune");
        } else {
            draft.remarks().notAFact(place, "model.lineage.bases", value, "This is not one name of a model on the hub.", null);
        }
    }

    /** Tags such as {@code base_model:adapter:account/name}, which some tools write, state the relation. */
    private static Map<String, String> tagged(@Nullable Located tags) {
        Map<String, String> tagged = new HashMap<>();
        if (tags instanceof Located.Sequence sequence) {
            for (Located tag : sequence.items()) {
                String[] parts = tag instanceof Located.Scalar scalar ? scalar.text().split(":", 3) : new String[0];
                if (parts.length == 3 && parts[0].equals("base_model") && RELATIONS.containsKey(parts[1])) {
                    tagged.put(parts[2], RELATIONS.get(parts[1]));
                }
            }
        }
        return tagged;
    }

    private void state(List<Values.Item> named, Function<Values.Item, @Nullable String> relationOf) {
        Map<String, FactValue.Row> rows = new LinkedHashMap<>();
        List<String> hubNames = new ArrayList<>();
        Place place = null;
        boolean related = true;
        for (Values.Item item : named) {
            HubName base = HubName.ofText(item.text()) != null ? HubName.ofText(item.text()) : HubName.ofAddress(item.text());
            String slug = Codes.slug(base == null ? item.text() : base.name());
            if (slug == null || base == null && !NAME.matcher(item.text()).matches()) {
                draft.remarks().leftOut(item.place(), "model.lineage.bases", item.text(), "This is no name of a model on the hub.", null);
                continue;
            }
            // two accounts may publish models of one name
            String row = rows.containsKey(slug) && base != null ? String.valueOf(Codes.slug(base.account() + "-" + base.name())) : slug;
            Map<String, FactValue> cells = new LinkedHashMap<>();
            cells.put("model", new FactValue.Text(row));
            String relation = relationOf.apply(item);
            if (relation != null) {
                cells.put("relation", new FactValue.Text(relation));
            }
            related &= relation != null;
            rows.putIfAbsent(row, new FactValue.Row(cells, null, null));
            hubNames.add(base == null ? item.text() : base.text());
            place = place == null ? item.place() : place;
        }
        if (place != null) {
            draft.model("model.lineage.bases", new FactValue.Rows(List.copyOf(rows.values())), place,
                    "on the hub: " + CardFields.first(hubNames) + (related ? "" : "; the card does not say how the model was made from it"));
        }
    }
}
