package eu.vitrine.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.vitrine.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds requests and answers against the OpenAPI description that the server serves. Its schemas are JSON Schema 2020-12. */
public final class DescribedApi {

    private final JsonNode description;

    public DescribedApi(JsonNode description) {
        this.description = description;
    }

    /** What an answer has that the description does not promise; empty where it keeps its word. */
    public List<String> faultsOf(String method, String path, Browser.Page answer) {
        JsonNode operation = operation(method, path);
        JsonNode response = resolved(operation.path("responses").path(String.valueOf(answer.status())));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " answers " + answer.status() + ", which is not described");
        }
        List<String> faults = new ArrayList<>();
        response.path("headers").propertyNames().stream().filter(name -> name.equals("ETag") && answer.status() < 300 && !optional(response, name)
                && answer.headers().firstValue(name).isEmpty()).forEach(name -> faults.add("the header " + name + " is missing"));
        if (answer.body().isEmpty()) {
            return faults;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            faults.add(answer.status() + " has the type " + type + ", which is not described");
        } else if (type.endsWith("json")) {
            faults.addAll(faults(schema, JsonMapper.shared().readTree(answer.body())));
        }
        return faults;
    }

    private static boolean optional(JsonNode response, String header) {
        return response.path("headers").path(header).path("description").asString("").contains("only");
    }

    /** What a body to send has that the description does not allow. */
    public List<String> faultsOfBody(String method, String path, String type, String body) {
        JsonNode schema = operation(method, path).path("requestBody").path("content").path(type).path("schema");
        return schema.isMissingNode() ? List.of("a body of the type " + type + " is not described") : faults(schema, JsonMapper.shared().readTree(body));
    }

    private List<String> faults(JsonNode schema, JsonNode instance) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", description.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole).validate(instance).stream().map(Object::toString).toList();
    }

    private JsonNode operation(String method, String path) {
        String own = path.replaceFirst("\\?.*", "");
        Optional<String> exact = description.path("paths").propertyNames().stream().filter(own::equals).findFirst();
        String template = exact.orElseGet(() -> description.path("paths").propertyNames().stream()
                .filter(one -> own.matches(one.replaceAll("\\{[a-z]+}", "[^/]+"))).findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not described")));
        return description.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : description.at(ref.substring(1));
    }
}
