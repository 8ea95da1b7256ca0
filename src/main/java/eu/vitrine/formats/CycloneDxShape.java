package eu.vitrine.formats;

import eu.vitrine.facts.Located;
import java.util.Map;
import java.util.Set;

/** How the XML and the JSON encoding of CycloneDX say the same: lists, attributes and texts of elements. */
final class CycloneDxShape {

    /** Elements that hold the entries of a list, with the name of an entry. */
    static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("components", "component"), Map.entry("services", "service"), Map.entry("hashes", "hash"), Map.entry("licenses", "license"),
            Map.entry("externalReferences", "reference"), Map.entry("properties", "property"), Map.entry("ancestors", "component"),
            Map.entry("descendants", "component"), Map.entry("variants", "component"), Map.entry("dependencies", "dependency"),
            Map.entry("datasets", "dataset"), Map.entry("inputs", "input"), Map.entry("outputs", "output"), Map.entry("users", "user"),
            Map.entry("useCases", "useCase"), Map.entry("technicalLimitations", "technicalLimitation"),
            Map.entry("performanceTradeoffs", "performanceTradeoff"), Map.entry("ethicalConsiderations", "ethicalConsideration"),
            Map.entry("fairnessAssessments", "fairnessAssessment"), Map.entry("performanceMetrics", "performanceMetric"),
            Map.entry("energyConsumptions", "energyConsumption"), Map.entry("authors", "author"), Map.entry("endpoints", "endpoint"),
            Map.entry("tags", "tag"));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "component", Set.of("type", "mime-type", "bom-ref"), "service", Set.of("bom-ref"), "hash", Set.of("alg"), "reference", Set.of("type"),
            "property", Set.of("name"), "dependency", Set.of("ref"), "bom", Set.of("serialNumber", "version"));

    private CycloneDxShape() {}

    /** Whether this key is an attribute of the element. */
    static boolean isAttribute(String element, String key) {
        return ATTRIBUTES.getOrDefault(element, Set.of()).contains(key);
    }

    /** The key under which the text of an element stands beside its attributes. */
    static String text(String element) {
        return element.equals("property") ? "value" : "content";
    }

    /** The JSON key of what stands below an element under a name. */
    static String key(String element, String name) {
        return element.equals("dependency") && name.equals("dependency") ? "dependsOn" : name;
    }

    /** An entry of a list as JSON has it: licences and references to data sets stand under their own name there. */
    static Located wrapped(String list, String entry, Located node) {
        boolean named = list.equals("licenses") || list.equals("datasets") && entry.equals("ref");
        if (!named) {
            return node;
        }
        Located held = entry.equals("expression") && node instanceof Located.Mapping mapping && mapping.get("content") != null
                ? mapping.get("content") : node;
        return new Located.Mapping(node.file(), node.line(), node.column(),
                Map.of(entry.equals("expression-detailed") ? "expression" : entry, held), Map.of());
    }
}
