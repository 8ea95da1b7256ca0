package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The technical settings beside a card: {@code config.json}, and the index of the weight files where it gives their parameters. */
final class ModelConfiguration {

    private static final List<String> LENGTHS = List.of("max_position_embeddings", "n_positions", "max_sequence_length", "n_ctx");
    private static final List<String> EXPERTS = List.of("num_local_experts", "n_routed_experts", "num_experts");
    private static final List<String> PARAMETERS = List.of("num_parameters", "total_parameters");
    /** Parts that hold settings of their own; in a model of several kinds of content those of the text stand in one of them. */
    private static final Set<String> INNER = Set.of("text_config", "metadata", "llm_config", "language_config");
    private static final int MOST_NAMED = 12;
    private static final int MOST_ENTRIES = 150_000;

    private final PlainFile file;
    private final Draft draft;
    private final Values values;

    ModelConfiguration(PlainFile file, Draft draft) {
        this.file = file;
        this.draft = draft;
        this.values = new Values(file, draft.remarks());
    }

    void read() {
        // the index of the weights of a large model is long, and nearly all of it is one list of names
        if (file.text().chars().filter(c -> c == ',').limit(MOST_ENTRIES + 1L).count() > MOST_ENTRIES) {
            draft.remarks().rejected(Place.of(file.name()), null, "The file has more than " + MOST_ENTRIES + " entries.",
                    "The card is read without it.");
            return;
        }
        Located root;
        try {
            root = LocatedReader.read(file.text(), file.name());
        } catch (InvalidFile e) {
            e.problems().forEach(problem -> draft.remarks().rejected(
                    file.at(problem.line(), null), null, Sentence.of(problem.message()), "The card is read without it."));
            return;
        }
        if (!(root instanceof Located.Mapping settings)) {
            draft.remarks().rejected(file.at(root.line(), null), null, "Settings by name are expected here, not " + root.described() + ".",
                    "The card is read without it.");
            return;
        }
        List<String> unused = new ArrayList<>();
        settings(settings, "", unused);
        if (settings.present("safetensors") instanceof Located.Mapping safetensors) {
            parameters(safetensors.present("total"), "safetensors.total");
        }
        if (!unused.isEmpty()) {
            draft.remarks().notAFact(Place.of(file.name()), null,
                    String.join(", ", unused.stream().limit(MOST_NAMED).map(key -> key.length() > 60 ? key.substring(0, 60) : key).toList())
                            + (unused.size() > MOST_NAMED ? ", …" : ""),
                    (unused.size() == 1 ? "1 setting says" : unused.size() + " settings say") + " nothing that the record has a place for.", null);
        }
    }

    private void settings(Located.Mapping settings, String prefix, List<String> unused) {
        for (Map.Entry<String, Located> entry : settings.entries().entrySet()) {
            String key = entry.getKey();
            Located value = entry.getValue();
            String path = prefix + key;
            if (value.isNull()) {
                continue;
            }
            if (LENGTHS.contains(key)) {
                length(settings, value, path);
            } else if (EXPERTS.contains(key)) {
                experts(value, path);
            } else if (PARAMETERS.contains(key)) {
                parameters(value, path);
            } else if (prefix.isEmpty() && INNER.contains(key) && value instanceof Located.Mapping inner) {
                settings(inner, key + ".", unused);
            } else if (!key.equals("weight_map") && !key.equals("safetensors")) {
                unused.add(path);
            }
        }
    }

    private void length(Located.Mapping settings, Located value, String path) {
        FactValue.Amount length = values.count(value, path, "model.architecture.context_tokens", null);
        if (length == null) {
            return;
        }
        Located window = settings.present("sliding_window");
        Located scaling = settings.present("rope_scaling");
        String note = path + " of the configuration" + (window instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal
                ? "; attention reaches over a sliding window of " + scalar.text() + " tokens" : "")
                + (scaling == null ? "" : "; positions are scaled");
        draft.model("model.architecture.context_tokens", length, values.at(value, path), Wording.shown(note));
    }

    private void experts(Located value, String path) {
        if (value instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number && number.compareTo(BigDecimal.ONE) > 0) {
            draft.model("model.architecture.kind", new FactValue.Text("mixture_of_experts"), values.at(value, path), path
                    + " of the configuration is " + scalar.text());
        }
    }

    private void parameters(@Nullable Located value, String path) {
        FactValue.Amount count = values.count(value, path, "model.architecture.parameters_total", "parameters");
        if (count != null && value != null) {
            draft.model("model.architecture.parameters_total", count, values.at(value, path), "counted from the files of the weights");
        }
    }
}
