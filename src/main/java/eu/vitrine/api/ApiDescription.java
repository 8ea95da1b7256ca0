package eu.vitrine.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI description of everything under {@code /api/v1}. Each package writes its part under {@code openapi/}; the parts
 * are put together at start, {@code base.json} first. Refuses to start where two parts describe the same thing.
 */
@RestController
class ApiDescription {

    private static final List<String> SECTIONS = List.of("parameters", "responses", "schemas");

    private final byte[] description;

    ApiDescription(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        Resource[] parts = resources.getResources("classpath*:/openapi/*.json");
        Arrays.sort(parts, Comparator.comparing((Resource part) -> !"base.json".equals(part.getFilename()))
                .thenComparing(part -> String.valueOf(part.getFilename())));
        ObjectNode whole = json.createObjectNode();
        for (Resource part : parts) {
            try (InputStream in = part.getInputStream()) {
                add(whole, (ObjectNode) json.readTree(in), String.valueOf(part.getFilename()));
            }
        }
        this.description = json.writeValueAsBytes(whole);
    }

    private static void add(ObjectNode whole, ObjectNode part, String name) {
        if (whole.isEmpty()) {
            whole.setAll(part);
            return;
        }
        join(whole.withObjectProperty("paths"), part.path("paths"), name);
        for (String section : SECTIONS) {
            join(whole.withObjectProperty("components").withObjectProperty(section), part.path("components").path(section), name);
        }
    }

    /** A path may have its methods in several parts; nothing else may stand twice. */
    private static void join(ObjectNode into, JsonNode from, String part) {
        from.properties().forEach(entry -> {
            if (!into.has(entry.getKey())) {
                into.set(entry.getKey(), entry.getValue());
            } else if (entry.getKey().startsWith("/")) {
                join(into.withObjectProperty(entry.getKey()), entry.getValue(), part);
            } else {
                throw new IllegalStateException("openapi/" + part + " describes \"" + entry.getKey() + "\", which another part describes already");
            }
        });
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    byte[] description() {
        return description;
    }
}
