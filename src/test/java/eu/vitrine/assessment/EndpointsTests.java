package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.api.DescribedApi;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    private Browser officer;
    private JsonNode description;

    @BeforeAll
    void an_officer_has_signed_in() {
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        officer.get("/models/olmo-3-32b");
        officer.post("/models/olmo-3-32b/assess");
        officer.post("/models/deepseek-r1/assess"); // whose duties fall due later
        people.actAs(people.with(Role.OFFICER));
        context.getBean(eu.vitrine.registry.ModelRegistry.class).importRecords(Examples.files());
        context.getBean(Assessments.class).assess(eu.vitrine.facts.Kind.USE, "support-replies");
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
        description = json("/api/v1/openapi.json");
    }

    private JsonNode json(String path) {
        var page = officer.get(path);
        assertThat(page.status()).as(path + ": " + page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        if (description != null) {
            assertThat(new DescribedApi(description).faultsOf("GET", path, page)).as(path).isEmpty();
        }
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void the_description_and_the_routes_are_the_same() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/v1/"))
                .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path))));
        var described = new TreeSet<String>();
        description.path("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void answers_have_exactly_the_keys_of_the_description() {
        keys(json("/api/v1/models?q=olmo"), "Models");
        keys(json("/api/v1/models?q=olmo").path("models").get(0), "ModelLine");
        keys(json("/api/v1/models/olmo-3-32b"), "Model");
        keys(json("/api/v1/models/olmo-3-32b/revisions").get(0), "Revision");
        keys(json("/api/v1/models/olmo-3-32b/assessments").get(0), "AssessmentLine");
        JsonNode sets = json("/api/v1/policy-sets");
        keys(sets.get(sets.size() - 1), "PolicySet");
        keys(json("/api/v1/policy-sets/1").path("activated"), "PolicyAct");
        keys(json("/api/v1/outlook"), "Outlook");
        keys(json("/api/v1/outlook").path("days").get(0), "OutlookDay");
        keys(json("/api/v1/outlook").path("days").get(0).path("becomesDue").get(0), "DutyCount");
    }

    @Test
    void answers_about_services_uses_and_the_organisation_have_exactly_the_keys_of_the_description() {
        keys(json("/api/v1/services"), "Services");
        keys(json("/api/v1/services").path("services").get(0), "RecordLine");
        keys(json("/api/v1/providers"), "Providers");
        keys(json("/api/v1/licences"), "Licences");
        assertThat(json("/api/v1/licences?total=true").path("total").intValue()).isPositive();
        keys(json("/api/v1/services/groq-gpt-oss-120b"), "Service");
        keys(json("/api/v1/services/groq-gpt-oss-120b/revisions").get(0), "Revision");
        keys(json("/api/v1/uses?q=replies"), "Uses");
        keys(json("/api/v1/uses/support-replies"), "OurRecord");
        keys(json("/api/v1/uses/support-replies/revisions").get(0), "Revision");
        keys(json("/api/v1/uses/support-replies/assessments").get(0), "AssessmentLine");
        keys(json("/api/v1/organisation"), "OurRecord");
        keys(json("/api/v1/organisation/revisions").get(0), "Revision");
    }

    @Test
    void an_assessment_of_a_use_is_the_json_of_the_command_line_with_its_tag() {
        int number = json("/api/v1/uses/support-replies").path("latestAssessment").intValue();
        JsonNode evaluation = json("/api/v1/uses/support-replies/assessments/" + number).get(0);
        assertThat(evaluation.path("model").path("slug").stringValue()).isEqualTo("support-replies");
        assertThat(evaluation.path("findings")).anyMatch(finding -> finding.path("family").stringValue().equals("USE_RIGHT"));
        assertThat(evaluation.path("houseRules").propertyNames()).contains("HR-EXIT");
        assertThat(officer.get("/api/v1/uses/olmo-3-32b/assessments/1").status()).isEqualTo(404);
    }

    private void keys(JsonNode answer, String schema) {
        assertThat(new TreeSet<>(answer.propertyNames())).as(schema)
                .isEqualTo(new TreeSet<>(description.path("components").path("schemas").path(schema).path("properties").propertyNames()));
    }

    @Test
    void an_assessment_of_a_model_has_exactly_the_keys_that_are_promised() {
        JsonNode evaluation = json("/api/v1/models/olmo-3-32b/assessments/1").get(0);
        evaluationKeys(evaluation);
        assertThat(evaluation.path("findings")).anyMatch(finding -> finding.path("part").isString());
        JsonNode summary = finding(evaluation, "AIA-53-1-d");
        assertThat(summary.path("conditions").size()).isEqualTo(10);
        assertThat(summary.path("checklist").size()).isPositive();
        assertThat(summary.path("consequence").stringValue()).contains("Art. 101");
    }

    @Test
    void an_assessment_of_a_use_has_exactly_the_keys_that_are_promised() {
        int number = json("/api/v1/uses/support-replies").path("latestAssessment").intValue();
        JsonNode evaluation = json("/api/v1/uses/support-replies/assessments/" + number).get(0);
        evaluationKeys(evaluation);
        assertThat(evaluation.path("useRight").isString()).isTrue();
        assertThat(evaluation.path("findings")).anyMatch(finding -> finding.path("answer").isString());
    }

    @Test
    void an_answer_of_an_assessment_is_one_of_those_that_are_promised() {
        int number = json("/api/v1/uses/support-replies").path("latestAssessment").intValue();
        for (JsonNode evaluation : List.of(json("/api/v1/models/olmo-3-32b/assessments/1").get(0), json("/api/v1/uses/support-replies/assessments/" + number).get(0))) {
            evaluation.path("findings").forEach(finding -> choices(finding, "Finding"));
            evaluation.path("findings").forEach(finding -> finding.path("checklist").forEach(entry -> choices(entry, "ChecklistEntry")));
            evaluation.path("houseRules").forEach(rule -> choices(rule, "HouseRule"));
        }
    }

    private static JsonNode finding(JsonNode evaluation, String policy) {
        return evaluation.path("findings").valueStream().filter(one -> one.path("policy").stringValue().equals(policy)).findFirst().orElseThrow();
    }

    private void evaluationKeys(JsonNode evaluation) {
        keys(evaluation, "Evaluation");
        evaluation.path("classification").forEach(one -> {
            keys(one, "Classification");
            one.path("conditions").forEach(condition -> keys(condition, "Classification"));
            one.path("why").forEach(why -> keys(why, "Reason"));
        });
        evaluation.path("findings").forEach(finding -> {
            keys(finding, "Finding");
            finding.path("conditions").forEach(condition -> keys(condition, "Classification"));
            finding.path("checklist").forEach(entry -> keys(entry, "ChecklistEntry"));
            finding.path("withoutAssumptions").forEach(answers -> keys(answers, "Answers"));
        });
        evaluation.path("houseRules").forEach(rule -> keys(rule, "HouseRule"));
    }

    private void choices(JsonNode answer, String schema) {
        description.path("components").path("schemas").path(schema).path("properties").properties().stream()
                .filter(property -> property.getValue().has("enum")).forEach(property -> assertThat(property.getValue().path("enum"))
                        .as(answer.path("policy") + " " + property.getKey()).contains(answer.path(property.getKey())));
    }

    @Test
    void a_preview_is_the_evaluation_of_that_day() {
        JsonNode preview = json("/api/v1/models/olmo-3-32b/preview?as-of=2025-01-01").get(0);
        assertThat(preview.path("asOf").stringValue()).isEqualTo("2025-01-01");
        assertThat(preview.path("findings").size()).isPositive();
    }

    @Test
    void the_entity_tag_of_an_assessment_is_the_hash_that_the_list_gives() {
        String sha256 = json("/api/v1/models/olmo-3-32b/assessments").get(0).path("sha256").stringValue();
        assertThat(officer.get("/api/v1/models/olmo-3-32b/assessments/1").headers().firstValue("ETag")).hasValue("\"" + sha256 + "\"");
    }

    @Test
    void what_is_not_there_is_a_problem_with_status_404() {
        for (String path : List.of("/api/v1/models/nobody", "/api/v1/models/nobody/revisions", "/api/v1/models/nobody/assessments",
                "/api/v1/models/nobody/assessments/1", "/api/v1/models/olmo-3-32b/assessments/9", "/api/v1/models/nobody/assessments/1/dossier.pdf",
                "/api/v1/models/nobody/preview", "/api/v1/policy-sets/99")) {
            var page = officer.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type")).as(path).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
    }

    @Test
    void without_signing_in_there_is_a_problem_with_status_401() {
        for (String path : List.of("/api/v1/models", "/api/v1/openapi.json", "/api/v1/models/olmo-3-32b/assessments/1/dossier.pdf")) {
            assertThat(new Browser(port).get(path).status()).as(path).isEqualTo(401);
        }
    }
}
