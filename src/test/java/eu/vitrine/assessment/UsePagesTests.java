package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsePagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;

    @BeforeAll
    void an_officer_has_assessed_the_examples_and_a_hostile_use() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        var files = new ArrayList<>(Examples.files());
        files.add(file("hostile-use", "{\"slug\": \"hostile-use\", \"name\": \"" + HOSTILE + "\", \"facts\": {\"use.purpose\": \"" + HOSTILE
                + "\", \"use.model\": \"nobody\", \"use.fallback\": {\"value\": \"" + HOSTILE + "\", \"note\": \"" + HOSTILE + "\"}}}"));
        imported(files);
        for (String use : List.of("support-replies", "meeting-notes", "product-chat", "hostile-use")) {
            officer.get("/uses/" + use);
            assertThat(officer.post("/uses/" + use + "/assess").path()).isEqualTo("/uses/" + use);
        }
    }

    private void imported(List<Source> files) {
        people.actAs(people.with(Role.OFFICER));
        context.getBean(ModelRegistry.class).importRecords(files);
        SecurityContextHolder.clearContext();
    }

    private static Source file(String slug, String text) {
        return new Source(slug + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_page_begins_with_whether_licence_and_terms_allow_it_and_why_not() {
        String body = officer.get("/uses/product-chat").body();
        assertThat(body).contains("Licence and terms do not let us use it so.");
        assertThat(body.indexOf("Licence and terms do not let us use it so.")).isLessThan(body.indexOf("What we owe"));
        assertThat(body.indexOf("What we owe")).isLessThan(body.indexOf("What licence and terms allow"));
        assertThat(body.indexOf("What licence and terms allow")).isLessThan(body.indexOf("What our own rules ask"));
        assertThat(body).containsPattern("excluded|no rights").contains("href=\"/models/llama-4-maverick\"");
    }

    @Test
    void a_use_has_a_dossier_that_stays_the_same_and_is_not_for_everybody() {
        String path = "/uses/product-chat/assessments/1/dossier.pdf";
        assertThat(officer.get("/uses/product-chat").body()).contains("href=\"" + path + "\"");
        var first = officer.get(path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).startsWith("%PDF-1.7");
        assertThat(officer.get("/api/v1" + path).body()).isEqualTo(first.body());
        assertThat(officer.get("/models/product-chat/assessments/1/dossier.pdf").status()).as("it is no model").isEqualTo(404);
        var procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
        assertThat(procurement.get(path).status()).isEqualTo(403);
        assertThat(procurement.get("/uses/product-chat").body()).doesNotContain("dossier.pdf");
    }

    @Test
    void a_failed_rule_of_ours_is_never_called_a_breach() {
        for (String use : List.of("support-replies", "meeting-notes", "product-chat")) {
            assertThat(officer.get("/uses/" + use).body()).contains("house rules, not duties of the Act").doesNotContainIgnoringCase("breach of our")
                    .doesNotContain("compliant");
        }
        assertThat(officer.get("/uses/product-chat").body()).contains("Fails our rule");
    }

    @Test
    void what_is_inside_a_tool_that_names_no_models_is_said_to_be_open() {
        String body = officer.get("/uses/meeting-notes").body();
        assertThat(body).contains("Which models are inside cannot be determined", "No record of a model was read", "href=\"/services/example-meeting-assistant\"");
    }

    @Test
    void a_use_without_a_service_says_nothing_of_what_a_service_has_inside() {
        assertThat(officer.get("/uses/product-chat").body()).doesNotContain("Which models are inside cannot be determined");
    }

    @Test
    void our_duties_have_their_days_and_lead_to_a_page_of_their_own() {
        assertThat(officer.get("/uses/product-chat").body()).contains("Due since 2 February 2025", "/uses/product-chat/assessments/1/findings/ADP-50-1");
        var finding = officer.get("/uses/product-chat/assessments/1/findings/ADP-50-1");
        assertThat(finding.status()).isEqualTo(200);
        assertThat(finding.body()).contains("href=\"/uses\"", "href=\"/uses/product-chat\"", "Does it apply?").doesNotContain("/models/product-chat");
    }

    @Test
    void the_list_shows_what_each_use_is_of_and_what_licence_and_terms_say() {
        assertThat(officer.get("/uses").body()).contains("Not granted", "href=\"/models/mistral-small-3-2\"", "Inference at Example Union Cloud");
        assertThat(officer.get("/uses?q=meetings").body()).contains("Notes of meetings").doesNotContain("Drafting replies");
        assertThat(officer.get("/uses?q=nothing-like-it").body()).contains("Nothing fits");
    }

    @Test
    void model_and_service_name_the_uses_of_them() {
        assertThat(officer.get("/models/mistral-small-3-2").body()).contains("Our uses of this model", "href=\"/uses/support-replies\"");
        assertThat(officer.get("/services/example-meeting-assistant").body()).contains("href=\"/uses/meeting-notes\"");
    }

    @Test
    void the_organisation_has_its_own_page_assessment_and_duties() {
        officer.get("/organisation");
        String body = officer.post("/organisation/assess").body();
        assertThat(body).contains("is stored. It can be cited", "AI literacy", "Size of our organisation").doesNotContain("What licence and terms allow");
        String number = body.replaceAll("(?s).*?/organisation/assessments/(\\d+).*", "$1");
        assertThat(officer.get("/organisation/assessments/" + number).status()).isEqualTo(200);
        assertThat(officer.get("/organisation/assessments/" + number + "/findings/ADP-4").body()).contains("href=\"/organisation\"");
    }

    @Test
    void a_duty_of_ours_to_come_stands_with_its_day_on_the_page_of_the_use_and_in_the_outlook() {
        imported(List.of(file("screening", """
                slug: screening
                name: Screening of applications
                facts: {use.purpose: p, use.role: deployer, use.kinds: [high_risk_annex_iii], use.countries: [FR], use.prohibited_practice: none_found}
                """)));
        officer.get("/uses/screening");
        assertThat(officer.post("/uses/screening/assess").body()).contains("2 December 2027", "Falls due as far as it applies", "Next: on 2 December 2027");
        assertThat(officer.get("/outlook").body()).contains("href=\"/uses/screening\"", "Screening of applications");
    }

    @Test
    void a_use_whose_service_moved_says_so() {
        imported(List.of(file("moving-service", "slug: moving-service\nname: M\nfacts: {service.operator: One}\n"),
                file("moving-use", "slug: moving-use\nname: Moving\nfacts: {use.service: moving-service}\n")));
        officer.get("/uses/moving-use");
        officer.post("/uses/moving-use/assess");
        assertThat(officer.get("/uses/moving-use").body()).doesNotContain("is out of date");
        imported(List.of(file("moving-service", "slug: moving-service\nname: M\nfacts: {service.operator: Two}\n")));
        assertThat(officer.get("/uses/moving-use").body()).contains("Assessment 1 is out of date", "the record of the service “moving-service” moved from revision 1 to 2");
    }

    @Test
    void a_use_that_was_never_assessed_shows_a_preview_that_cannot_be_cited() {
        imported(List.of(file("fresh-use", "slug: fresh-use\nname: Fresh\nfacts: {use.purpose: p, use.model: phi-4}\n")));
        assertThat(officer.get("/uses/fresh-use").body()).contains("Not assessed yet", "nobody can cite it").doesNotContain("/findings/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uses", "/uses/hostile-use", "/uses/hostile-use/assessments/1", "/uses/hostile-use/assessments/1/findings/ADP-5", "/uses?q=%3Cscript%3Ealert(1)%3C/script%3E"})
    void what_a_use_says_is_shown_as_text(String path) {
        var page = officer.get(path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContainPattern("\\s(style|on[a-z]+)=\"").doesNotContain("??");
    }

    @Test
    void procurement_reads_a_use_and_does_not_assess_it() {
        var procurement = people.signedIn(port, people.with(Role.PROCUREMENT));
        assertThat(procurement.get("/uses/product-chat").body()).contains("Licence and terms do not let us use it so.").doesNotContain("/uses/product-chat/assess\"");
        assertThat(procurement.post("/uses/product-chat/assess").status()).isEqualTo(403);
        assertThat(procurement.post("/organisation/assess").status()).isEqualTo(403);
    }

    @Test
    void what_is_not_there_is_a_plain_not_found() {
        for (String path : List.of("/uses/nobody", "/uses/product-chat/assessments/99", "/uses/product-chat/assessments/1/findings/AIA-99", "/organisation/assessments/99")) {
            assertThat(officer.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_assessment_of_a_use_whose_bytes_were_changed_is_not_shown() {
        imported(List.of(file("altered-use", "slug: altered-use\nname: Altered\nfacts: {use.purpose: p}\n")));
        officer.get("/uses/altered-use");
        officer.post("/uses/altered-use/assess");
        context.getBean(JdbcClient.class).sql("UPDATE assessment_record SET content = ? WHERE model_slug = 'altered-use'").param(new byte[] {123, 125}).update();
        var page = officer.get("/uses/altered-use");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("are not those that were stored", "action=\"/uses/altered-use/assess\"").doesNotContain("What we owe");
        assertThat(officer.get("/api/v1/uses/altered-use/assessments/1").status()).isEqualTo(409);
    }
}
