package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The front matter of a card, key by key. */
final class CardFields {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Map<String, String> RELATIONS =
            Map.of("quantized", "quantised", "finetune", "fine_tune", "adapter", "adapter", "merge", "merge");
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
        licence();
        bases();
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
            if (LANGUAGE.matcher(item.text()).matches()) {
                codes.add(item.text());
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

    private void licence() {
        List<Values.Item> stated = values.texts(fields.get("license"), "license", "licence.id");
        Located nameNode = fields.get("license_name");
        String name = values.text(nameNode, "license_name", "licence.id");
        boolean other = stated.size() == 1 && stated.getFirst().text().equalsIgnoreCase("other");
        if (other && name == null) {
            draft.remarks().notAFact(stated.getFirst().place(), "licence.id", "other", "The card says that the licence is another one and not which.",
                    "Read the licence in the repository and enter it.");
        }
        List<Values.Item> named = other || stated.isEmpty() ? name == null || nameNode == null ? List.of()
                : List.of(new Values.Item(name, values.at(nameNode, "license_name"))) : stated;
        for (Values.Item item : named) {
            LicenceNames.Named licence = LicenceNames.namesNone(item.text()) ? null : names.ofHub(item.text());
            if (licence == null) {
                draft.remarks().notAFact(item.place(), "licence.id", item.text(), "This names no licence.", "Read the licence in the repository and enter it.");
                continue;
            }
            draft.licence(licence, item.place(), licence.id().startsWith("LicenseRef-") && !licence.onBoard()
                    ? "named " + Wording.quoted(item.text()) + " by the card; SPDX has no such identifier" : null);
            if (named.size() == 1) {
                draft.covers(licence.slug(), "weights", item.place(), "the card names one licence for the repository of the model");
                link(licence);
            }
        }
        if (named.size() > 1) {
            draft.remarks().notAFact(named.getFirst().place(), "licence.artefacts", named.stream().map(Values.Item::text).collect(Collectors.joining(", ")),
                    "The card names several licences and not what each covers.", "Read the licences and enter what each covers.");
        }
        if (named.size() != 1 && fields.get("license_link") != null) {
            unused("license_link", fields.get("license_link"), fields.get("license_link").line());
        }
        if (!other && !stated.isEmpty() && name != null && nameNode != null) {
            unused("license_name", nameNode, nameNode.line());
        }
    }

    private void link(LicenceNames.Named licence) {
        Located node = fields.get("license_link");
        String link = values.text(node, "license_link", "licence.url");
        if (link == null || node == null) {
            return;
        }
        Place place = values.at(node, "license_link");
        boolean file = link.matches("(?i)(\\./)?[A-Za-z0-9_.-]{1,60}");
        if (Wording.isAddress(link)) {
            draft.licence(licence.slug(), "licence.url", new FactValue.Text(link), place, null);
        } else if (file && hub != null) {
            draft.licence(licence.slug(), "licence.url", new FactValue.Text(hub.address(link.replaceFirst("^\\./", ""))), place,
                    "file " + Wording.quoted(link) + " in the repository of the card");
        } else {
            draft.remarks().leftOut(place, "licence.url", link, file ? "The link is a file in the repository, and its address is not known."
                    : "This is no address that begins with https:// or http://.", "Enter the address of the licence text.");
        }
    }

    private void bases() {
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
            rows.putIfAbsent(slug, new FactValue.Row(cells, null, null));
            hubNames.add(base == null ? item.text() : base.text());
            place = place == null ? item.place() : place;
        }
        if (place != null) {
            draft.model("model.lineage.bases", new FactValue.Rows(List.copyOf(rows.values())), place,
                    "on the hub: " + first(hubNames) + (relation == null ? "; the card does not say how the model was made from it" : ""));
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
                    draft.model("model.architecture.context_tokens", context, values.at(value, path), "context length of the training progress that the card states");
                }
            } else if (!value.isNull()) {
                unused(path, value, value.line());
            }
        });
    }

    private static String first(List<String> names) {
        List<String> shown = names.stream().limit(MOST_NAMED).map(name -> name.length() > 100 ? name.substring(0, 100) + "…" : name).toList();
        return Wording.shown(String.join(", ", shown) + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : ""));
    }
}
