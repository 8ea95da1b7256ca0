package eu.vitrine.formats;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One AI package, read into a record. */
final class SpdxModel {

    private static final Set<String> READ = Set.of(
            "type", "@type", "spdxId", "@id", "creationInfo", "name", "software_packageVersion", "software_packageUrl", "software_downloadLocation",
            "originatedBy", "suppliedBy", "releaseTime", "verifiedUsing", "externalRef", "externalIdentifier", "extension", "ai_typeOfModel",
            "ai_hyperparameter", "software_primaryPurpose");
    private static final Map<String, String> FIGURES = Map.of(
            "parameters_total", "model.architecture.parameters_total", "parameters_active", "model.architecture.parameters_active",
            "context_tokens", "model.architecture.context_tokens");
    private static final String PURL = "model.identifiers.purl";
    private static final String HUB = "model.identifiers.hub_id";
    private static final String KIND = "model.architecture.kind";

    private final BomDraft draft;
    private final LicenceNames names;
    private final SpdxGraph graph;

    SpdxModel(BomDraft draft, LicenceNames names, SpdxGraph graph) {
        this.draft = draft;
        this.names = names;
        this.graph = graph;
    }

    /** The hyperparameters of our own exports by the facts they hold. */
    static Map<String, String> figures() {
        Map<String, String> keys = new LinkedHashMap<>();
        List.of("parameters_total", "parameters_active", "context_tokens").forEach(key -> keys.put(FIGURES.get(key), key));
        return keys;
    }

    @Nullable ImportedRecord read(BomNode model, Set<String> taken, RecordReader reader) {
        String name = draft.title(model.get("name"));
        if (name == null) {
            draft.remarks().rejected(model.place(), model.text("name"), "The AI package has no name.", "Give it a name and bring the file again.");
            return null;
        }
        String version = draft.edition(model.get("software_packageVersion"));
        identifiers(model);
        provider(model);
        released(model);
        architecture(model);
        figures(model);
        references(model);
        new SpdxHashes(draft, graph).read(model);
        new SpdxLicences(draft, names, graph).read(model);
        new SpdxRelations(draft, graph).read(model);
        draft.unused(model, READ);
        return draft.record(name, version, model, taken, reader);
    }

    private void identifiers(BomNode model) {
        List<BomNode> purls = new ArrayList<>();
        if (model.get("software_packageUrl") != null) {
            purls.add(model.get("software_packageUrl"));
        }
        for (BomNode each : draft.few(model, "externalIdentifier")) {
            if ("packageUrl".equals(each.text("externalIdentifierType")) && each.get("identifier") != null) {
                purls.add(each.get("identifier"));
            } else {
                draft.notAFact(each, null, "The record has no fact for an identifier of this type.");
            }
        }
        for (BomNode at : purls) {
            String purl = draft.said(at, PURL);
            if (purl != null && purl.startsWith("pkg:")) {
                draft.field(Kind.MODEL, null, PURL, new FactValue.Text(purl), at, null);
                hub(BomWords.hubOfPurl(purl), at, "from the package URL");
            } else if (purl != null) {
                draft.leftOut(at, PURL, "A package URL begins with pkg:.");
            }
        }
        BomNode at = model.get("software_downloadLocation");
        HubName hub = at == null ? null : HubName.ofAddress(at.text());
        if (at != null && hub != null) {
            hub(hub.text(), at, "from the download location");
        } else if (draft.said(at, HUB) != null && at != null) {
            draft.notAFact(at, HUB, "The download location is no repository on a hub.");
        }
    }

    private void hub(@Nullable String name, BomNode at, String note) {
        if (name != null) {
            draft.derived(Kind.MODEL, null, HUB, new FactValue.Text(name), at, note);
        }
    }

    private void provider(BomNode model) {
        List<BomNode> parties = new ArrayList<>();
        List<BomNode> named = new ArrayList<>(draft.few(model, "originatedBy"));
        named.addAll(model.items("suppliedBy"));
        for (BomNode reference : named) {
            BomNode agent = graph.resolve(reference);
            if (agent != null && agent.get("name") != null) {
                parties.add(new BomNode(agent.located(), reference.path().replaceAll("\\[[0-9]+]$", "")));
            } else if (!String.valueOf(reference.text()).contains("NoAssertion")) {
                draft.leftOut(reference, "provider.brand", "The file does not name the agent with this identifier.");
            }
        }
        new BomProvider(draft).read(parties.toArray(BomNode[]::new));
    }

    private void released(BomNode model) {
        BomNode at = model.get("releaseTime");
        Day day = at == null ? null : SpdxGraph.day(at.text());
        if (at != null && day != null) {
            draft.field(Kind.MODEL, null, "model.release.first_public_date", new FactValue.Date(day), at, "stated as the time of release");
        } else if (at != null) {
            draft.leftOut(at, "model.release.first_public_date", "This begins with no date of the calendar.");
        }
    }

    private void architecture(BomNode model) {
        for (BomNode at : model.items("ai_typeOfModel")) {
            String text = draft.said(at, KIND);
            String kind = text == null ? null : BomWords.architecture(text);
            if (kind != null) {
                draft.field(Kind.MODEL, null, KIND, new FactValue.Text(kind), at, null);
            } else if (text != null) {
                draft.notAFact(at, KIND, "These words do not say whether the model is dense or a mixture of experts.");
            }
        }
    }

    private void figures(BomNode model) {
        List<BomNode> others = new ArrayList<>();
        for (BomNode entry : model.items("ai_hyperparameter")) {
            String fact = FIGURES.get(String.valueOf(entry.text("key")));
            String value = entry.text("value");
            if (fact != null && value != null && value.matches("[1-9][0-9]{0,14}")) {
                String unit = fact.endsWith("context_tokens") ? "tokens" : "parameters";
                draft.field(Kind.MODEL, null, fact, new FactValue.Amount(new BigDecimal(value), null, null, unit, null, null), entry, null);
            } else {
                others.add(entry);
            }
        }
        if (!others.isEmpty()) {
            Set<String> keys = new LinkedHashSet<>();
            others.forEach(entry -> keys.add(String.valueOf(entry.text("key"))));
            draft.remarks().notAFact(others.getFirst().place(), null, String.join(", ", keys), "A record has no facts for these hyperparameters.", null);
        }
    }

    private void references(BomNode model) {
        for (BomNode reference : draft.few(model, "externalRef")) {
            List<BomNode> at = reference.items("locator");
            draft.reference(reference, String.valueOf(reference.text("externalRefType")), at.size() == 1 ? at.getFirst().text() : null);
        }
    }
}
