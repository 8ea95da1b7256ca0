package eu.vitrine.formats;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One component of the type machine-learning-model, read into a record. */
final class CycloneDxModel {

    private static final Set<String> READ = Set.of(
            "type", "bom-ref", "name", "version", "group", "supplier", "manufacturer", "publisher", "hashes", "licenses", "purl", "pedigree",
            "externalReferences", "properties", "components", "modelCard");
    private static final String HASH = "model.identifiers.artefact_sha256";
    private static final String HUB = "model.identifiers.hub_id";

    private final BomDraft draft;
    private final LicenceNames names;
    private final Vocabulary vocabulary;
    private final CycloneDxReading bom;

    CycloneDxModel(BomDraft draft, LicenceNames names, Vocabulary vocabulary, CycloneDxReading bom) {
        this.draft = draft;
        this.names = names;
        this.vocabulary = vocabulary;
        this.bom = bom;
    }

    @Nullable ImportedRecord read(BomNode model, List<BomNode> services, Set<String> taken, RecordReader reader) {
        String name = draft.title(model.get("name"));
        if (name == null) {
            draft.remarks().rejected(model.place(), model.text("name"), "The model has no name.", "Give it a name and bring the file again.");
            return null;
        }
        String version = draft.edition(model.get("version"));
        identifiers(model);
        new BomProvider(draft).read(model.get("manufacturer"), model.get("publisher"), model.get("supplier"));
        licences(model);
        hashes(model);
        bases(model);
        references(model);
        new CycloneDxModelCard(draft, vocabulary, bom).read(model);
        draft.few(services, service -> service).forEach(service -> new CycloneDxService(draft).read(service, name));
        for (BomNode property : model.items("properties")) {
            if (!BomOwn.isOurs(property.text("name"))) {
                draft.notAFact(property, null, "A property means what its author agreed with others; it is no fact here.");
            }
        }
        draft.unused(model, READ);
        return draft.record(name, version, model, taken, reader);
    }

    private void identifiers(BomNode model) {
        BomNode at = model.get("purl");
        String purl = draft.said(at, "model.identifiers.purl");
        if (purl != null && at != null) {
            if (purl.startsWith("pkg:")) {
                draft.field(Kind.MODEL, null, "model.identifiers.purl", new FactValue.Text(purl), at, null);
                hub(BomWords.hubOfPurl(purl), at, "from the package URL");
            } else {
                draft.leftOut(at, "model.identifiers.purl", "A package URL begins with pkg:.");
            }
        }
        BomNode group = model.get("group");
        if (group != null) {
            draft.notAFact(group, HUB, "A group says who names the component; by itself it is no repository on a hub.");
        }
    }

    private void hub(@Nullable String name, BomNode at, String note) {
        if (name != null) {
            draft.derived(Kind.MODEL, null, HUB, new FactValue.Text(name), at, note);
        }
    }

    private void licences(BomNode model) {
        BomLicences licences = new BomLicences(draft, names);
        List<BomNode> all = draft.few(model, "licenses");
        if (all.size() > 1 && !draft.own().present()) {
            licences.several(all.getFirst());
        }
        for (BomNode each : all) {
            BomNode expression = each.get("expression");
            BomNode licence = each.get("license");
            BomNode id = licence == null ? null : licence.get("id");
            BomNode name = licence == null ? null : licence.get("name");
            if (expression != null) {
                licences.expression(expression, all.size() == 1);
            } else if (licence != null && (id != null || name != null)) {
                licences.named(id != null ? id : name, licence.get("url"), id != null, all.size() == 1);
            } else {
                draft.leftOut(each, "licence.id", "A licence has an identifier or a name.");
            }
        }
    }

    /** A hash counts as that of the weights where it is that of the one file with weights, and nowhere else. */
    private void hashes(BomNode model) {
        for (BomNode hash : draft.few(model, "hashes")) {
            String content = String.valueOf(hash.text("content"));
            if (!draft.own().says(HASH, content)) {
                draft.notAFact(hash, HASH, "The file does not say which bytes of the model this hash is of.");
            }
        }
        List<BomNode> parts = draft.few(model, "components");
        List<BomNode> weights = parts.stream()
                .filter(each -> each.text("name") != null && BomWords.isWeights(String.valueOf(each.text("name")))).toList();
        List<BomNode> sums = weights.size() != 1 ? List.of()
                : weights.getFirst().items("hashes").stream().filter(hash -> "SHA-256".equals(hash.text("alg"))).toList();
        if (sums.size() == 1 && String.valueOf(sums.getFirst().text("content")).matches("[0-9a-fA-F]{64}")) {
            draft.field(Kind.MODEL, null, HASH, new FactValue.Text(String.valueOf(sums.getFirst().text("content")).toLowerCase(java.util.Locale.ROOT)),
                    sums.getFirst(), "of the file " + Wording.quoted(String.valueOf(weights.getFirst().text("name"))));
        }
        for (BomNode part : parts) {
            if (sums.size() != 1 || !part.equals(weights.getFirst())) {
                draft.notAFact(part, null, "A component within the model is no fact of it.");
            }
        }
    }

    private void bases(BomNode model) {
        BomNode pedigree = model.get("pedigree");
        if (pedigree == null) {
            return;
        }
        Map<String, FactValue.Row> rows = new LinkedHashMap<>();
        List<String> named = new ArrayList<>();
        for (BomNode base : draft.few(pedigree, "ancestors")) {
            String name = draft.name(base.get("name"), "model.lineage.bases");
            String slug = name == null ? null : Codes.slug(name);
            if (slug == null) {
                draft.leftOut(base, "model.lineage.bases", "The component from which the model is derived has no usable name.");
                continue;
            }
            Map<String, FactValue> cells = new LinkedHashMap<>();
            cells.put("model", new FactValue.Text(slug.replace('.', '-')));
            List<BomNode> licences = base.items("licenses");
            BomNode id = licences.size() == 1 ? licences.getFirst().at("license", "id") : null;
            String licence = draft.said(id, "model.lineage.bases");
            if (licence != null) {
                cells.put("licence", new FactValue.Text(licence));
            }
            rows.putIfAbsent(slug, new FactValue.Row(cells, null, null));
            named.add(name);
        }
        if (!rows.isEmpty()) {
            String all = String.join(", ", named);
            draft.derived(Kind.MODEL, null, "model.lineage.bases", new FactValue.Rows(List.copyOf(rows.values())), pedigree,
                    "named in the pedigree: " + (all.length() > 400 ? all.substring(0, 400) + "…" : all) + "; how the model was made from it is not said");
        }
        draft.unused(pedigree, Set.of("ancestors"));
    }

    private void references(BomNode model) {
        for (BomNode reference : draft.few(model, "externalReferences")) {
            String type = String.valueOf(reference.text("type"));
            BomNode at = reference.get("url");
            String url = at == null ? null : at.text();
            HubName hub = HubName.ofAddress(url);
            if (url == null || at == null) {
                draft.leftOut(reference, null, "The reference has no address.");
            } else if (type.equals("model-card") && Wording.isAddress(url)) {
                draft.field(Kind.MODEL, null, "model.documentation.model_card_url", new FactValue.Text(url), at, null);
            } else if (hub != null && Set.of("distribution", "website", "vcs").contains(type)) {
                hub(hub.text(), at, "from the address of the reference of type " + type);
            } else {
                draft.reference(reference, type, url);
            }
        }
    }
}
