package eu.vitrine.formats;

import eu.vitrine.facts.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declared licences of an AI package. What somebody concluded counts only where none was declared. */
final class SpdxLicences {

    private static final String LISTED = "://spdx.org/licenses/";

    private final BomDraft draft;
    private final LicenceNames names;
    private final SpdxGraph graph;

    SpdxLicences(BomDraft draft, LicenceNames names, SpdxGraph graph) {
        this.draft = draft;
        this.names = names;
        this.graph = graph;
    }

    void read(BomNode model) {
        List<SpdxGraph.Relation> declared = draft.few(graph.relations(model, "hasDeclaredLicense"), SpdxGraph.Relation::node);
        List<SpdxGraph.Relation> concluded = draft.few(graph.relations(model, "hasConcludedLicense"), SpdxGraph.Relation::node);
        List<SpdxGraph.Relation> taken = declared.isEmpty() ? concluded : declared;
        for (SpdxGraph.Relation each : declared.isEmpty() ? List.<SpdxGraph.Relation>of() : concluded) {
            if (declared.stream().noneMatch(one -> one.other().equals(each.other()))) {
                draft.notAFact(each.node(), "licence.id", "The author of the file concluded a licence other than the declared one.");
            }
        }
        BomLicences licences = new BomLicences(draft, names);
        if (taken.size() > 1 && !draft.own().present()) {
            licences.several(taken.getFirst().node());
        }
        taken.forEach(each -> licence(each, licences, taken.size() == 1));
    }

    private void licence(SpdxGraph.Relation relation, BomLicences licences, boolean only) {
        String id = relation.other();
        BomNode at = relation.node();
        BomNode element = graph.element(id);
        if (id.endsWith("NoneLicense") || id.equals("NONE")) {
            draft.notAFact(at, "licence.id", "The file says that there is no licence at all.");
        } else if (id.endsWith("NoAssertionLicense") || id.equals("NOASSERTION")) {
            draft.notAFact(at, "licence.id", "The file says nothing about the licence.");
        } else if (element == null && id.contains(LISTED)) {
            licences.named(scalar(at, id.substring(id.indexOf(LISTED) + LISTED.length())), null, true, only);
        } else if (element == null) {
            draft.leftOut(at, "licence.id", "The file does not hold the licence with this identifier.");
        } else {
            element(element, id, licences, only);
        }
    }

    private void element(BomNode element, String id, BomLicences licences, boolean only) {
        BomNode expression = element.get("simplelicensing_licenseExpression");
        BomNode name = element.get("name");
        BomNode address = element.items("expandedlicensing_seeAlso").stream().findFirst().orElse(null);
        if (address == null) {
            address = element.items("externalRef").stream().filter(each -> "license".equals(each.text("externalRefType")))
                    .flatMap(each -> each.items("locator").stream()).findFirst().orElse(null);
        }
        if (expression != null && BomWords.licences(String.valueOf(expression.text())).size() > 1) {
            licences.expression(expression, only);
        } else if (expression != null) {
            licences.named(expression, address, true, only);
        } else if (id.contains(LISTED)) {
            licences.named(scalar(element, id.substring(id.indexOf(LISTED) + LISTED.length())), address, true, only);
        } else if (name != null) {
            licences.named(name, address, false, only);
        } else {
            draft.notAFact(element, "licence.id", "The licence is given by its text and has no name.");
        }
    }

    private static BomNode scalar(BomNode at, @Nullable String text) {
        return new BomNode(new Located.Scalar(at.located().file(), at.located().line(), at.located().column(), text, String.valueOf(text)), at.path());
    }
}
