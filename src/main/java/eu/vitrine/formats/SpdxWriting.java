package eu.vitrine.formats;

import static eu.vitrine.formats.CycloneDxWriting.of;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one model as an SPDX document. */
final class SpdxWriting {

    private static final String INFO = "_:creation";
    private static final Pattern EXPRESSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");

    private final RecordFile record;
    private final BomProperties properties;
    private final BomFields fields;
    private final List<Map<String, Object>> graph = new ArrayList<>();
    private String namespace = "";

    SpdxWriting(RecordFile record, Vocabulary vocabulary) {
        this.record = BomDocument.model(record);
        this.properties = new BomProperties(record, vocabulary);
        this.fields = new BomFields(vocabulary);
    }

    BomExport write(Instant at) {
        namespace = "urn:uuid:" + BomDocument.number(record, "spdx 3.0.1", at) + "#";
        graph.add(of("type", "CreationInfo", "@id", INFO, "specVersion", "3.0.1", "created", BomDocument.time(at),
                "createdBy", List.of(namespace + "author")));
        element("SoftwareAgent", "author").put("name", "Vitrine");
        Map<String, Object> document = element("SpdxDocument", "document");
        Map<String, Object> model = element("ai_AIPackage", "model");
        model(model);
        model.put("extension", List.of(extension()));
        record.licences().forEach(this::licence);
        List<String> bases = fields.bases(record.model());
        for (int i = 0; i < bases.size(); i++) {
            element("software_Package", "base-" + i).putAll(of("name", bases.get(i), "software_primaryPurpose", "model"));
            relation("descendantOf", "model", "base-" + i);
        }
        document.put("profileConformance", profiles(model));
        document.put("rootElement", List.of(namespace + "model"));
        document.put("element", graph.stream().filter(each -> each != document && each.containsKey("spdxId")).map(each -> each.get("spdxId")).toList());
        return new BomExport(BomDocument.json(of("@context", SpdxGraph.CONTEXT, "@graph", graph)), properties.notCarried(fields.taken()));
    }

    /** The AI profile asks for five fields; a document without one of them does not claim to keep to it. */
    private static List<String> profiles(Map<String, Object> model) {
        List<String> profiles = new ArrayList<>(List.of("core", "software", "simpleLicensing", "extension"));
        if (model.keySet().containsAll(Set.of("suppliedBy", "releaseTime", "software_downloadLocation", "software_packageVersion"))) {
            profiles.add("ai");
        }
        return profiles;
    }

    private void model(Map<String, Object> model) {
        Facts facts = record.model();
        model.put("name", record.name());
        put(model, "software_packageVersion", record.version());
        model.put("software_primaryPurpose", "model");
        put(model, "software_packageUrl", fields.purl(facts));
        provider(model);
        String day = fields.day(facts, "model.release.first_public_date");
        put(model, "releaseTime", day == null ? null : day + "T00:00:00Z");
        String hash = fields.sha256(facts);
        put(model, "verifiedUsing", hash == null ? null : List.of(of("type", "Hash", "algorithm", "sha256", "hashValue", hash)));
        List<Map<String, Object>> references = new ArrayList<>();
        fields.addresses(Kind.MODEL, null, facts, Set.of()).forEach((id, address) -> references.add(of("type", "ExternalRef",
                "externalRefType", id.startsWith("model.documentation.") ? "documentation" : "other", "locator", List.of(address), "comment", fields.label(id))));
        put(model, "externalRef", references.isEmpty() ? null : references);
        String kind = fields.architecture(facts);
        put(model, "ai_typeOfModel", kind == null ? null : List.of(kind));
        List<Map<String, Object>> figures = new ArrayList<>();
        SpdxModel.figures().forEach((id, key) -> {
            String figure = fields.figure(facts, id);
            if (figure != null) {
                figures.add(of("type", "DictionaryEntry", "key", key, "value", figure));
            }
        });
        put(model, "ai_hyperparameter", figures.isEmpty() ? null : figures);
    }

    private void provider(Map<String, Object> model) {
        if (record.provider() == null) {
            return;
        }
        String part = record.provider().slug();
        Facts facts = record.provider().facts();
        String legal = fields.text(Kind.PROVIDER, part, facts, "provider.legal_name");
        String name = legal == null ? fields.text(Kind.PROVIDER, part, facts, "provider.brand") : legal;
        if (name != null) {
            element("Organization", "provider").put("name", name);
            model.put("originatedBy", List.of(namespace + "provider"));
            model.put("suppliedBy", namespace + "provider");
        }
    }

    private void licence(Subject.Part part) {
        String id = fields.text(Kind.LICENCE, part.slug(), part.facts(), "licence.id");
        boolean expression = id != null && EXPRESSION.matcher(id).matches();
        String local = "licence-" + part.slug();
        Map<String, Object> licence = element(expression ? "simplelicensing_LicenseExpression" : "simplelicensing_SimpleLicensingText", local);
        licence.put("name", id == null ? part.slug() : id);
        if (expression) {
            licence.put("simplelicensing_licenseExpression", id);
        } else {
            licence.put("simplelicensing_licenseText", "The text is not part of this document.");
        }
        String address = fields.address(Kind.LICENCE, part.slug(), part.facts(), "licence.url");
        put(licence, "externalRef", address == null ? null
                : List.of(of("type", "ExternalRef", "externalRefType", "license", "locator", List.of(address))));
        relation("hasDeclaredLicense", "model", local);
    }

    private Map<String, Object> extension() {
        List<Map<String, Object>> entries = new ArrayList<>();
        properties.named().forEach((name, value) -> entries.add(of(
                "type", "extension_CdxPropertyEntry", "extension_cdxPropName", name, "extension_cdxPropValue", value)));
        return of("type", "extension_CdxPropertiesExtension", "extension_cdxProperty", entries);
    }

    private void relation(String type, String from, String to) {
        element("Relationship", type + "-" + to).putAll(of("relationshipType", type, "from", namespace + from, "to", List.of(namespace + to)));
    }

    private Map<String, Object> element(String type, String local) {
        Map<String, Object> element = new LinkedHashMap<>(of("type", type, "spdxId", namespace + local, "creationInfo", INFO));
        graph.add(element);
        return element;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }
}
