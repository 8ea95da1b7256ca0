package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The front matter of a card, key by key. */
final class CardFields {

    /** Keys that are read here; every other one becomes a remark. */
    private static final Set<String> READ = Set.of(
            "license", "license_name", "license_link", "language", "languages", "pipeline_tag", "datasets", "base_model", "base_model_relation",
            "gated", "extra_gated_prompt", "extra_gated_fields", "training_progress");
    private static final int MOST_NAMED = 10;

    private final PlainFile file;
    private final Draft draft;
    private final Values values;
    private final LicenceNames names;
    private final @Nullable HubName hub;
    private final Map<String, Located> fields;

    CardFields(PlainFile file, Map<String, Located> fields, Draft draft, LicenceNames names, @Nullable HubName hub) {
        this.file = file;
        this.draft = draft;
        this.values = new Values(file, draft.remarks());
        this.names = names;
        this.hub = hub;
        this.fields = fields;
    }

    void read(Map<String, Integer> lines) {
        languages("language");
        languages("languages");
        task();
        new CardLicence(draft, values, names, hub).read(fields);
        new CardBases(draft, values).read(fields);
        datasets();
        new CardGate(file, draft, values).read(fields);
        progress();
        fields.forEach((key, value) -> {
            if (!READ.contains(key) && !value.isNull()) {
                unused(key, value, lines.getOrDefault(key, value.line()));
            }
        });
    }

    private void unused(String key, Located value, int line) {
        boolean wordsOfGate = key.startsWith("extra_gated_");
        draft.remarks().notAFact(file.at(line, key), wordsOfGate ? "model.openness.gate" : null, Values.summary(value),
                wordsOfGate ? "The card words a part of a gate; whether there is a gate, and what it asks, does not follow from that."
                        : "The key " + Wording.quoted(key) + " says nothing that the record has a place for.",
                wordsOfGate ? "Look at the page of the model without signing in, and answer what the download asks." : null);
    }

    private void languages(String key) {
        List<String> codes = new ArrayList<>();
        Place place = null;
        for (Values.Item item : values.texts(fields.get(key), key, "model.disclosure.languages")) {
            String code = item.text().length() <= 3 ? item.text().toLowerCase(Locale.ROOT) : item.text();
            if (Codes.isLanguage(code)) {
                codes.add(code);
                place = place == null ? item.place() : place;
            } else {
                draft.remarks().leftOut(item.place(), "model.disclosure.languages", item.text(),
                        "This is no code of a language such as \"de\" or \"zh-Hant\".", null);
            }
        }
        if (place != null) {
            draft.model("model.disclosure.languages", new FactValue.Items(codes), place, "languages that the card names as supported or trained on");
        }
    }

    private void task() {
        Located node = fields.get("pipeline_tag");
        String name = values.text(node, "pipeline_tag", "model.modalities.input");
        if (name == null || node == null) {
            return;
        }
        Tasks.Task task = Tasks.named(name);
        Place place = values.at(node, "pipeline_tag");
        String note = "from the task of the card, " + Wording.quoted(name);
        if (task == null) {
            draft.remarks().notAFact(place, "model.modalities.input", name, "The name of this task does not say what goes in and what comes out.",
                    "Enter the modalities by hand.");
            return;
        }
        draft.model("model.modalities.input", new FactValue.Items(task.input()), place, note);
        if (!task.output().isEmpty()) {
            draft.model("model.modalities.output", new FactValue.Items(task.output()), place, note);
        }
    }

    private void datasets() {
        List<Values.Item> named = values.texts(fields.get("datasets"), "datasets", "model.disclosure.datasets_named");
        if (!named.isEmpty()) {
            draft.model("model.disclosure.datasets_named", new FactValue.Truth(true), named.getFirst().place(),
                    "the card names " + first(named.stream().map(Values.Item::text).toList()) + "; whether that is all is not said");
        }
    }

    /** Not of the hub's own specification, and yet plain: what was trained so far, as some providers write it. */
    private void progress() {
        Located node = fields.get("training_progress");
        if (!(node instanceof Located.Mapping progress)) {
            if (node != null && !node.isNull()) {
                unused("training_progress", node, node.line());
            }
            return;
        }
        progress.entries().forEach((key, value) -> {
            String path = "training_progress." + key;
            if (key.equals("num_tokens")) {
                FactValue.Amount tokens = values.count(value, path, "model.training.tokens", "tokens");
                if (tokens != null) {
                    draft.model("model.training.tokens", tokens, values.at(value, path), "training progress as the card states it");
                }
            } else if (key.equals("context_length")) {
                FactValue.Amount context = values.count(value, path, "model.architecture.context_tokens", null);
                if (context != null) {
                    draft.model("model.architecture.context_tokens", context, values.at(value, path),
                            "context length of the training progress that the card states");
                }
            } else if (!value.isNull()) {
                unused(path, value, value.line());
            }
        });
    }

    /** The first few names of a list, for a note. */
    static String first(List<String> names) {
        List<String> shown = names.stream().limit(MOST_NAMED).map(name -> name.length() > 100 ? name.substring(0, 100) + "…" : name).toList();
        return String.valueOf(Wording.shown(String.join(", ", shown) + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED)
                + " more" : "")));
    }
}
