package eu.vitrine.formats;

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
import org.jspecify.annotations.Nullable;

/** Writes one model; keys stand in the order that the XML schema asks for. */
final class CycloneDxWriting {

    private static final String CARD = "model.documentation.model_card_url";
    private static final int LONGEST_VERSION = 1000;

    private final RecordFile record;
    private final LicenceNames names;
    private final BomProperties properties;
    private final BomFields fields;

    CycloneDxWriting(RecordFile record, LicenceNames names, Vocabulary vocabulary) {
        this.record = BomDocument.model(record);
        this.names = names;
        this.properties = new BomProperties(record, vocabulary);
        this.fields = new BomFields(vocabulary);
    }

    BomExport write(CycloneDx.Version version, CycloneDx.Encoding encoding, Instant at) {
        Map<String, Object> bom = new LinkedHashMap<>();
        bom.put("$schema", "http://cyclonedx.org/schema/bom-" + version.text() + ".schema.json");
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", version.text());
        bom.put("serialNumber", "urn:uuid:" + BomDocument.number(record, "cyclonedx " + version.text(), at));
        bom.put("version", 1);
        bom.put("metadata", Map.of("timestamp", BomDocument.time(at)));
        bom.put("components", List.of(component()));
        if (!record.services().isEmpty()) {
            bom.put("services", record.services().stream().map(this::service).toList());
            bom.put("dependencies", record.services().stream()
                    .map(service -> of("ref", reference(service), "dependsOn", List.of("model"))).toList());
        }
        byte[] bytes = encoding == CycloneDx.Encoding.JSON ? BomDocument.json(bom) : CycloneDxXmlText.of(bom);
        return new BomExport(bytes, properties.notCarried(fields.taken()));
    }

    private Map<String, Object> component() {
        Facts model = record.model();
        Map<String, Object> component = of("type", CycloneDxReading.MODEL, "bom-ref", "model");
        provider(component);
        component.put("name", record.name());
        put(component, "version", record.version() == null || record.version().length() > LONGEST_VERSION ? null : record.version());
        String hash = fields.sha256(model);
        put(component, "hashes", hash == null ? null : List.of(of("alg", "SHA-256", "content", hash)));
        put(component, "licenses", list(record.licences().stream().map(this::licence).toList()));
        put(component, "purl", fields.purl(model));
        List<Map<String, Object>> bases = fields.bases(model).stream().map(base -> of("type", CycloneDxReading.MODEL, "name", base)).toList();
        put(component, "pedigree", bases.isEmpty() ? null : of("ancestors", bases));
        put(component, "externalReferences", list(references(Kind.MODEL, null, model, Set.of())));
        List<Map<String, Object>> ours = new ArrayList<>();
        properties.named().forEach((name, value) -> ours.add(of("name", name, "value", value)));
        component.put("properties", ours);
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "architectureFamily", fields.architecture(model));
        put(parameters, "inputs", list(formats(model, "model.modalities.input")));
        put(parameters, "outputs", list(formats(model, "model.modalities.output")));
        put(component, "modelCard", parameters.isEmpty() ? null : of("modelParameters", parameters));
        return component;
    }

    private void provider(Map<String, Object> component) {
        if (record.provider() == null) {
            return;
        }
        String part = record.provider().slug();
        Facts facts = record.provider().facts();
        String legal = fields.text(Kind.PROVIDER, part, facts, "provider.legal_name");
        if (legal != null) {
            Map<String, Object> manufacturer = of("name", legal);
            String country = fields.text(Kind.PROVIDER, part, facts, "provider.country");
            put(manufacturer, "address", country == null ? null : of("country", country));
            component.put("manufacturer", manufacturer);
        }
        put(component, "publisher", fields.text(Kind.PROVIDER, part, facts, "provider.brand"));
    }

    private Map<String, Object> licence(Subject.Part part) {
        String id = fields.text(Kind.LICENCE, part.slug(), part.facts(), "licence.id");
        LicenceNames.Named known = id == null ? null : names.inWords(id);
        boolean listed = known != null && known.id().equals(id) && !id.startsWith("LicenseRef-");
        Map<String, Object> licence = of(listed ? "id" : "name", id == null ? part.slug() : id);
        put(licence, "url", fields.address(Kind.LICENCE, part.slug(), part.facts(), "licence.url"));
        return of("license", licence);
    }

    private List<Map<String, Object>> references(Kind kind, @Nullable String part, Facts facts, Set<String> but) {
        List<Map<String, Object>> references = new ArrayList<>();
        fields.addresses(kind, part, facts, but).forEach((id, address) -> references.add(of(
                "type", id.equals(CARD) ? "model-card" : "other", "url", address, "comment", fields.label(id))));
        return references;
    }

    private List<Map<String, Object>> formats(Facts model, String id) {
        return fields.modalities(model, id).stream().map(format -> of("format", format)).toList();
    }

    private Map<String, Object> service(Subject.Part part) {
        Map<String, Object> service = of("bom-ref", reference(part));
        String operator = fields.text(Kind.SERVICE, part.slug(), part.facts(), "service.operator");
        put(service, "provider", operator == null ? null : of("name", operator));
        service.put("name", part.slug());
        put(service, "externalReferences", list(references(Kind.SERVICE, part.slug(), part.facts(), Set.of())));
        return service;
    }

    private static String reference(Subject.Part service) {
        return "service-" + service.slug();
    }

    private static @Nullable Object list(List<?> entries) {
        return entries.isEmpty() ? null : entries;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    /** Keys and values in this order. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }
}
