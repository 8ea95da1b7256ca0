package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.api.DescribedApi;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** On a server of its own, because records are changed here. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-records")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordEndpointsTests {

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;
    private DescribedApi described;

    @BeforeAll
    void an_officer_has_signed_in() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        officer.get("/models");
        described = new DescribedApi(JsonMapper.shared().readTree(officer.get("/api/v1/openapi.json").body()));
    }

    /** Sends, and holds request and answer against the description. */
    private Browser.Page ask(String method, String path, String type, String body, String... headers) {
        var answer = officer.ask(method, path, type, body, headers);
        assertThat(described.faultsOf(method, path, answer)).as(method + " " + path + " " + answer.status() + " " + answer.body()).isEmpty();
        if (answer.status() < 300 && !method.equals("GET")) {
            assertThat(described.faultsOfBody(method, path, type, body)).isEmpty();
        }
        return answer;
    }

    private Browser.Page read(String path) {
        return ask("GET", path, JSON, "");
    }

    private static String tag(Browser.Page page) {
        return page.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(Browser.Page page) {
        return JsonMapper.shared().readTree(page.body());
    }

    private static String slug() {
        return "by-program-" + COUNT.incrementAndGet();
    }

    private static String provider(String slug, String facts) {
        return "{\"slug\": \"" + slug + "\", \"name\": \"A provider\", \"facts\": {" + facts + "}}";
    }

    private String created(String kind, String facts) {
        String slug = slug();
        var answer = ask("PUT", "/api/v1/" + kind + "/" + slug, JSON, provider(slug, facts), "If-None-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return slug;
    }

    @ParameterizedTest
    @CsvSource({"providers,provider.country,FR", "licences,licence.id,X-1", "services,service.operator,Somebody", "uses,use.purpose,summaries"})
    void a_record_is_created_read_replaced_and_patched(String kind, String fact, String value) {
        String slug = slug();
        String path = "/api/v1/" + kind + "/" + slug;
        var created = ask("PUT", path + "?reason=first", JSON, provider(slug, "\"" + fact + "\": \"" + value + "\""), "If-None-Match", "*");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue(path);
        var read = read(path + "?view=record");
        assertThat(tag(read)).isEqualTo(tag(created));
        assertThat(json(read).at("/facts").path(fact).path("value").asString()).isEqualTo(value);
        var patched = ask("PATCH", path, PATCH, "{\"name\": \"Another name\"}", "If-Match", tag(read));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(json(patched).path("name").asString()).isEqualTo("Another name");
        assertThat(json(patched).at("/facts").path(fact).path("value").asString()).isEqualTo(value);
        var replaced = ask("PUT", path, JSON, provider(slug, ""), "If-Match", tag(patched));
        assertThat(json(replaced).path("facts").isEmpty()).isTrue();
        assertThat(json(read(path)).path("revision").path("number").intValue()).isEqualTo(3);
        assertThat(json(read(path)).path("revision").path("origin").asString()).isEqualTo("API");
    }

    @Test
    void a_model_of_the_catalogue_can_be_sent_back_as_it_is_read_and_makes_no_revision() {
        var read = read("/api/v1/models/olmo-3-32b?view=record");
        assertThat(json(read).at("/provider").propertyNames()).containsExactly("slug");
        var answer = ask("PUT", "/api/v1/models/olmo-3-32b", JSON, read.body(), "If-Match", tag(read));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(tag(answer)).isEqualTo(tag(read));
        assertThat(answer.body()).isEqualTo(read.body());
    }

    @Test
    void a_patch_of_a_model_changes_what_it_names_and_leaves_the_rest() {
        var read = read("/api/v1/models/phi-4?view=record");
        var answer = ask("PATCH", "/api/v1/models/phi-4?reason=read%20again", PATCH,
                "{\"model\": {\"training\": {\"compute\": {\"value\": 2.5e24, \"note\": null}}}, \"family\": null}", "If-Match", tag(read));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var expected = (ObjectNode) json(read);
        expected.remove("family");
        var compute = (ObjectNode) expected.at("/model/training/compute");
        compute.put("value", 2.5e24).remove("note");
        assertThat(json(answer)).isEqualTo(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(expected)));
    }

    @Test
    void a_read_with_the_tag_of_the_head_is_answered_not_modified() {
        var read = read("/api/v1/licences/mit?view=record");
        var again = ask("GET", "/api/v1/licences/mit?view=record", JSON, "", "If-None-Match", tag(read));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_write_that_rests_on_nothing_is_428_and_saves_nothing() {
        String slug = created("providers", "");
        assertThat(ask("PUT", "/api/v1/providers/" + slug, JSON, provider(slug, "\"provider.country\": \"FR\"")).status()).isEqualTo(428);
        assertThat(ask("PATCH", "/api/v1/providers/" + slug, PATCH, "{\"name\": \"X\"}").status()).isEqualTo(428);
        assertThat(json(read("/api/v1/providers/" + slug)).path("revision").path("number").intValue()).isEqualTo(1);
    }

    @Test
    void a_write_on_an_earlier_revision_is_412_with_the_present_tag_and_the_names_of_what_changed() {
        String slug = created("providers", "\"provider.country\": \"FR\"");
        String path = "/api/v1/providers/" + slug;
        String first = tag(read(path + "?view=record"));
        String second = tag(ask("PATCH", path, PATCH, "{\"name\": \"B\", \"facts\": {\"provider.brand\": \"B\"}}", "If-Match", first));
        var stale = ask("PATCH", path, PATCH, "{\"name\": \"C\"}", "If-Match", first);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(tag(stale)).isEqualTo(second);
        assertThat(json(stale).path("changed").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("name", "provider.brand");
        assertThat(json(stale).path("current").asString()).isEqualTo(second);
    }

    @Test
    void a_record_that_should_be_new_and_is_not_is_412() {
        String slug = created("providers", "");
        assertThat(ask("PUT", "/api/v1/providers/" + slug, JSON, provider(slug, ""), "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(ask("PUT", "/api/v1/providers/" + slug(), JSON, provider("x", ""), "If-Match", "\"1-0123456789abcdef\"").status()).isEqualTo(412);
        assertThat(ask("PATCH", "/api/v1/providers/" + slug(), PATCH, "{}", "If-Match", "*").status()).isEqualTo(404);
    }

    @Test
    void a_weak_tag_matches_no_write() {
        String slug = created("providers", "");
        String tag = tag(read("/api/v1/providers/" + slug + "?view=record"));
        assertThat(ask("PATCH", "/api/v1/providers/" + slug, PATCH, "{\"name\": \"X\"}", "If-Match", "W/" + tag).status()).isEqualTo(412);
        assertThat(ask("PATCH", "/api/v1/providers/" + slug, PATCH, "{\"name\": \"X\"}", "If-Match", "\"other\", " + tag).status()).isEqualTo(200);
    }

    private JsonNode refused(String path, String body) {
        var answer = ask("PUT", path, JSON, body, "If-None-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return json(answer).path("errors");
    }

    private static List<String> faults(JsonNode errors) {
        return errors.valueStream().map(error -> error.path("pointer").asString() + " " + error.path("code").asString()).toList();
    }

    @Test
    void unknown_members_are_refused_with_the_pointer_to_each() {
        String slug = slug();
        assertThat(faults(refused("/api/v1/providers/" + slug, "{\"slug\": \"" + slug + "\", \"name\": \"N\", \"colour\": 1,\n \"facts\": {\"provider.countri\": \"FR\","
                + " \"provider.country\": {\"value\": \"FR\", \"sorce_url\": null}}}"))).containsExactlyInAnyOrder("/colour unknown-member",
                "/facts/provider.countri unknown-member", "/facts/provider.country/sorce_url unknown-member");
    }

    @Test
    void a_wrong_value_in_a_nested_record_is_named_by_its_pointer() {
        String slug = slug();
        assertThat(faults(refused("/api/v1/models/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"model\":{\"openness\":{\"weights\":{\"value\":\"ajar\"}},"
                + "\"training\":{\"compute\":{\"value\":\"much\"}}}}"))).containsExactlyInAnyOrder("/model/openness/weights/value invalid", "/model/training/compute/value invalid");
    }

    @Test
    void what_the_server_owns_cannot_be_sent() {
        String slug = slug();
        assertThat(faults(refused("/api/v1/uses/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"facts\":{},\"revision\":{\"number\":7},\"by\":\"me\"}")))
                .containsExactlyInAnyOrder("/revision server-owned", "/by server-owned");
    }

    @Test
    void facts_of_another_record_are_refused_with_the_place_to_send_them_to() {
        String slug = slug();
        JsonNode ofModel = refused("/api/v1/models/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"provider\":{\"slug\":\"mistral\",\"country\":{\"value\":\"FR\"}},"
                + "\"licences\":[{\"slug\":\"mit\",\"artefacts\":{\"value\":[\"weights\"]},\"id\":{\"value\":\"MIT\"}}]}");
        assertThat(faults(ofModel)).containsExactlyInAnyOrder("/provider/country fact-of-another-record", "/licences/0/id fact-of-another-record");
        assertThat(ofModel.path(0).path("detail").asString()).contains("/api/v1/providers/mistral");
        JsonNode ofUse = refused("/api/v1/uses/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"facts\":{\"provider.country\":\"FR\"}}");
        assertThat(faults(ofUse)).containsExactly("/facts/provider.country fact-of-another-record");
    }

    @Test
    void a_record_in_the_shape_of_another_kind_is_refused() {
        String slug = slug();
        assertThat(faults(refused("/api/v1/models/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"facts\":{}}"))).containsExactly("/facts wrong-shape");
        assertThat(faults(refused("/api/v1/uses/" + slug, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"model\":{}}"))).containsExactly(" wrong-shape");
    }

    @Test
    void a_slug_that_differs_from_the_address_is_refused() {
        assertThat(faults(refused("/api/v1/uses/" + slug(), "{\"slug\":\"elsewhere\",\"name\":\"N\",\"facts\":{}}"))).containsExactly("/slug slug-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "slug: yaml", "{\"slug\":\"a\",\"slug\":\"b\"}", "{} {}", "null", "{\"name\":\"a\tb\"}"})
    void what_is_no_json_object_is_refused(String body) {
        var answer = ask("PUT", "/api/v1/uses/" + slug(), JSON, body, "If-None-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("tools.jackson", "Exception");
    }

    @Test
    void a_model_that_names_somebody_unknown_is_422() {
        String slug = slug();
        var answer = ask("PUT", "/api/v1/models/" + slug, JSON, "{\"slug\":\"" + slug + "\",\"name\":\"N\",\"provider\":{\"slug\":\"nobody-at-all\"}}", "If-None-Match", "*");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(json(answer).path("detail").asString()).contains("nobody-at-all", "register it first");
    }

    @Test
    void other_types_are_415_and_more_than_4_mib_is_413() {
        String path = "/api/v1/uses/" + slug();
        assertThat(ask("PUT", path, "application/yaml", "a: b", "If-None-Match", "*").status()).isEqualTo(415);
        assertThat(ask("PATCH", path, JSON, "{}", "If-Match", "*").status()).isEqualTo(415);
        String large = "{\"name\": \"" + "x".repeat(4 * 1024 * 1024) + "\"}";
        assertThat(ask("PUT", path, JSON, large, "If-None-Match", "*").status()).isEqualTo(413);
    }

    @Test
    void the_one_organisation_is_created_under_the_slug_it_brings_and_kept_under_it() {
        var created = ask("PUT", "/api/v1/organisation", JSON, provider("we", "\"organisation.country\": \"FR\""), "If-None-Match", "*");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var other = ask("PUT", "/api/v1/organisation", JSON, provider("they", ""), "If-Match", tag(created));
        assertThat(faults(json(other).path("errors"))).containsExactly("/slug slug-differs");
        var patched = ask("PATCH", "/api/v1/organisation", PATCH, "{\"facts\": {\"organisation.country\": \"DE\"}}", "If-Match", tag(created));
        assertThat(json(patched).at("/facts/organisation.country/value").asString()).isEqualTo("DE");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void only_an_officer_writes(Role role) {
        var other = people.signedIn(port, people.with(role));
        other.get("/models");
        assertThat(other.ask("PATCH", "/api/v1/models/phi-4", PATCH, "{}", "If-Match", "*").status()).isEqualTo(403);
        assertThat(other.ask("PUT", "/api/v1/models/phi-4", JSON, "{}", "If-Match", "*").status()).isEqualTo(403);
        assertThat(other.get("/api/v1/models/phi-4?view=record").status()).isEqualTo(200);
    }
}
