package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hash of the weights: that of the one file with weights that the package contains, and nothing else. */
final class SpdxHashes {

    private static final String HASH = "model.identifiers.artefact_sha256";

    private final BomDraft draft;
    private final SpdxGraph graph;

    SpdxHashes(BomDraft draft, SpdxGraph graph) {
        this.draft = draft;
        this.graph = graph;
    }

    void read(BomNode model) {
        for (BomNode sum : draft.few(model, "verifiedUsing")) {
            BomNode hash = graph.resolve(sum);
            if (hash == null || !draft.own().says(HASH, String.valueOf(hash.text("hashValue")))) {
                draft.notAFact(sum, HASH, "The file does not say which bytes of the package this is the hash of.");
            }
        }
        List<BomNode> weights = new ArrayList<>();
        for (String type : List.of("contains", "hasDistributionArtifact")) {
            for (SpdxGraph.Relation relation : graph.relations(model, type)) {
                BomNode file = graph.element(relation.other());
                if (file != null && file.text("name") != null && BomWords.isWeights(String.valueOf(file.text("name")))) {
                    weights.add(file);
                }
            }
        }
        List<BomNode> sums = weights.size() != 1 ? List.of() : weights.getFirst().items("verifiedUsing").stream().map(graph::resolve)
                .filter(hash -> hash != null && "sha256".equals(hash.text("algorithm"))).toList();
        if (sums.size() == 1 && String.valueOf(sums.getFirst().text("hashValue")).matches("[0-9a-fA-F]{64}")) {
            draft.field(Kind.MODEL, null, HASH, new FactValue.Text(String.valueOf(sums.getFirst().text("hashValue")).toLowerCase(Locale.ROOT)),
                    sums.getFirst(), "of the file " + Wording.quoted(String.valueOf(weights.getFirst().text("name"))));
        }
    }
}
