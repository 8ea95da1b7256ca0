package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an AI package was trained on and derived from. */
final class SpdxRelations {

    private static final String CORPUS = "model.disclosure.corpus_description";
    private static final String NAMED = "model.disclosure.datasets_named";
    private static final String BASES = "model.lineage.bases";
    private static final int LONGEST = 900;

    private final BomDraft draft;
    private final SpdxGraph graph;

    SpdxRelations(BomDraft draft, SpdxGraph graph) {
        this.draft = draft;
        this.graph = graph;
    }

    void read(BomNode model) {
        trainedOn(draft.few(graph.relations(model, "trainedOn"), SpdxGraph.Relation::node));
        for (SpdxGraph.Relation tested : graph.relations(model, "testedOn")) {
            draft.notAFact(tested.node(), null, "A record has no fact for the data on which a model was tested.");
        }
        List<SpdxGraph.Relation> bases = new ArrayList<>(graph.relations(model, "descendantOf"));
        bases.addAll(graph.relations(model, "ancestorOf!"));
        bases(draft.few(bases, SpdxGraph.Relation::node));
    }

    private void trainedOn(List<SpdxGraph.Relation> relations) {
        Set<String> described = new LinkedHashSet<>();
        BomNode first = null;
        for (SpdxGraph.Relation relation : relations) {
            BomNode set = graph.element(relation.other());
            String name = set == null ? null : draft.name(set.get("name"), CORPUS);
            if (set == null || name == null) {
                draft.leftOut(relation.node(), CORPUS, "The file does not name the data with this identifier.");
                continue;
            }
            String url = set.text("software_downloadLocation");
            described.add(url != null && Wording.isAddress(url) ? name + " (" + url + ")" : name);
            first = first == null ? relation.node() : first;
        }
        if (first != null) {
            String text = String.join("; ", described);
            String note = "data sets that the author of the file names as trained on";
            draft.derived(Kind.MODEL, null, CORPUS, new FactValue.Text(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text), first, note);
            draft.derived(Kind.MODEL, null, NAMED, new FactValue.Truth(true), first, note);
        }
    }

    private void bases(List<SpdxGraph.Relation> relations) {
        Map<String, FactValue.Row> rows = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        BomNode first = null;
        for (SpdxGraph.Relation relation : relations) {
            BomNode base = graph.element(relation.other());
            String name = base == null ? null : draft.name(base.get("name"), BASES);
            String slug = name == null ? null : Codes.slug(name);
            if (slug == null) {
                draft.leftOut(relation.node(), BASES, "The file does not name the package from which the model is derived.");
                continue;
            }
            rows.putIfAbsent(slug, new FactValue.Row(Map.of("model", new FactValue.Text(slug.replace('.', '-'))), null, null));
            named.add(name);
            first = first == null ? relation.node() : first;
        }
        if (first != null) {
            String all = String.join(", ", named);
            draft.derived(Kind.MODEL, null, BASES, new FactValue.Rows(List.copyOf(rows.values())), first, "derived from: "
                    + (all.length() > 400 ? all.substring(0, 400) + "…" : all) + "; how the model was made from it is not said");
        }
    }
}
