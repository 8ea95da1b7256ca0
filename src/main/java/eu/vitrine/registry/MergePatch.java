package eu.vitrine.registry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merges a patch into a document by RFC 7396: members that are null are removed, objects are merged, all else is replaced. */
final class MergePatch {

    private MergePatch() {}

    /** The document after the patch; neither of the two is changed. */
    static JsonNode merged(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = document.isObject() ? ((ObjectNode) document).deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                JsonNode before = result.has(member.getKey()) ? result.get(member.getKey()) : JsonNodeFactory.instance.missingNode();
                result.set(member.getKey(), merged(before, member.getValue()));
            }
        });
        return result;
    }
}
