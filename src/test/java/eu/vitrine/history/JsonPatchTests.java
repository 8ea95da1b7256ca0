package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonPatchTests {

    @Provide
    Arbitrary<Object> documents() {
        Arbitrary<Object> scalars = Arbitraries.of("text", "", 1, 2.5, true, List.of("a", "b"), List.of());
        Arbitrary<String> names = Arbitraries.of("slug", "facts", "a/b", "m~n", "");
        Arbitrary<Object> inner = Arbitraries.maps(names, scalars).ofMaxSize(3).map(map -> map);
        return Arbitraries.maps(names, Arbitraries.oneOf(scalars, inner)).ofMaxSize(4).map(map -> map);
    }

    @Property
    void the_patch_applied_to_the_first_document_gives_the_second(@ForAll("documents") Object first, @ForAll("documents") Object second) {
        JsonNode before = JsonMapper.shared().valueToTree(first);
        JsonNode after = JsonMapper.shared().valueToTree(second);
        assertThat(applied(before, JsonPatch.between(before, after))).isEqualTo(after);
    }

    @Property
    void a_patch_is_empty_exactly_when_the_documents_are_equal(@ForAll("documents") Object first, @ForAll("documents") Object second) {
        JsonNode before = JsonMapper.shared().valueToTree(first);
        JsonNode after = JsonMapper.shared().valueToTree(second);
        assertThat(JsonPatch.between(before, after).isEmpty()).isEqualTo(before.equals(after));
    }

    private static JsonNode applied(JsonNode document, List<JsonPatch.Operation> operations) {
        JsonNode result = document.deepCopy();
        for (JsonPatch.Operation operation : operations) {
            JsonPointer pointer = JsonPointer.compile(operation.path());
            if (pointer.matches()) {
                result = operation.value();
                continue;
            }
            ObjectNode parent = (ObjectNode) result.at(pointer.head());
            String name = pointer.last().getMatchingProperty();
            assertThat(parent.has(name)).isEqualTo(!operation.op().equals("add"));
            if (operation.op().equals("remove")) {
                parent.remove(name);
            } else {
                parent.set(name, operation.value());
            }
        }
        return result;
    }

    @Test
    void a_member_whose_name_holds_a_slash_is_pointed_at_by_rfc_6901() {
        JsonNode before = JsonMapper.shared().readTree("{\"a/b\": {\"m~n\": 1}}");
        JsonNode after = JsonMapper.shared().readTree("{\"a/b\": {\"m~n\": 2}}");
        assertThat(JsonPatch.between(before, after)).singleElement().satisfies(one -> {
            assertThat(one.op()).isEqualTo("replace");
            assertThat(one.path()).isEqualTo("/a~1b/m~0n");
        });
    }
}
