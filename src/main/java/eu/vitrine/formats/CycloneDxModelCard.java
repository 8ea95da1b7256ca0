package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The model card within a component, and the data sets on which the model depends. */
final class CycloneDxModelCard {

    private static final String CORPUS = "model.disclosure.corpus_description";
    private static final String KIND = "model.architecture.kind";
    /** Names that say that there is data, and not which. */
    private static final Set<String> NO_NAMES = Set.of("training data", "train", "dataset", "data", "test data", "evaluation data", "training dataset");
    private static final int LONGEST = 900;

    private final BomDraft draft;
    private final Vocabulary vocabulary;
    private final CycloneDxReading bom;

    CycloneDxModelCard(BomDraft draft, Vocabulary vocabulary, CycloneDxReading bom) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.bom = bom;
    }

    void read(BomNode model) {
        BomNode card = model.get("modelCard");
        BomNode parameters = card == null ? null : card.get("modelParameters");
        datasets(model, parameters);
        if (card == null) {
            return;
        }
        if (parameters != null) {
            architecture(parameters.get("architectureFamily"));
            architecture(parameters.get("modelArchitecture"));
            modalities(parameters.get("inputs"), "model.modalities.input");
            modalities(parameters.get("outputs"), "model.modalities.output");
            draft.unused(parameters, Set.of("architectureFamily", "modelArchitecture", "inputs", "outputs", "datasets"));
        }
        for (String part : List.of("quantitativeAnalysis", "considerations")) {
            BomNode below = card.get(part);
            if (below != null) {
                draft.unused(below, Set.of());
            }
        }
        draft.unused(card, Set.of("bom-ref", "modelParameters", "quantitativeAnalysis", "considerations"));
    }

    private void architecture(@Nullable BomNode at) {
        String text = draft.said(at, KIND);
        String kind = text == null ? null : BomWords.architecture(text);
        if (at != null && kind != null) {
            draft.field(Kind.MODEL, null, KIND, new FactValue.Text(kind), at, null);
        } else if (at != null && text != null) {
            draft.notAFact(at, KIND, "These words do not say whether the model is dense or a mixture of experts.");
        }
    }

    private void modalities(@Nullable BomNode at, String id) {
        Set<String> kinds = new LinkedHashSet<>();
        List<String> formats = new ArrayList<>();
        for (BomNode each : at == null ? List.<BomNode>of() : at.items()) {
            BomNode format = each.text() != null ? each : each.get("format");
            String text = draft.said(format, id);
            String kind = text == null ? null : BomWords.modality(text);
            if (kind != null && vocabulary.get(id).choices().containsKey(kind)) {
                kinds.add(kind);
                formats.add(text);
            } else if (text != null && format != null) {
                draft.notAFact(format, id, "This format of data does not say what kind of content it holds.");
            }
        }
        if (at != null && !kinds.isEmpty()) {
            draft.field(Kind.MODEL, null, id, new FactValue.Items(List.copyOf(kinds)), at,
                    List.copyOf(kinds).equals(formats) ? null : "stated as " + String.join(", ", formats));
        }
    }

    private void datasets(BomNode model, @Nullable BomNode parameters) {
        List<BomNode> all = new ArrayList<>(parameters == null ? List.of() : parameters.items("datasets"));
        all.addAll(bom.data(model));
        all = draft.few(all, each -> each);
        List<String> described = new ArrayList<>();
        BomNode first = null;
        for (BomNode each : all) {
            String ref = each.text("ref");
            BomNode set = ref == null ? each : bom.component(ref);
            if (set == null) {
                draft.leftOut(each, CORPUS, "No component of the file has this reference.");
                continue;
            }
            String words = describe(set);
            if (words == null) {
                draft.notAFact(set, CORPUS, "This says that there is data, and not which.");
            } else if (!described.contains(words)) {
                described.add(words);
                first = first == null ? each : first;
            }
        }
        if (first != null) {
            String text = String.join("; ", described);
            draft.derived(Kind.MODEL, null, CORPUS, new FactValue.Text(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text), first,
                    "data sets that the file lists for training and evaluation together");
        }
    }

    private @Nullable String describe(BomNode set) {
        String name = draft.name(set.get("name"), CORPUS);
        String url = set.at("contents", "url") == null ? set.text("url") : String.valueOf(set.at("contents", "url").text());
        boolean address = url != null && Wording.isAddress(url);
        if (name == null || NO_NAMES.contains(name.toLowerCase(Locale.ROOT)) && !address) {
            return null;
        }
        return address ? name + " (" + url + ")" : name;
    }
}
