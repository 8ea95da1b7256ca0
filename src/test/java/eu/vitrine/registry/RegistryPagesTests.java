package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryPagesTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelRegistry registry;

    @LocalServerPort
    private int port;

    private People people;
    private Browser browser;

    @BeforeAll
    void somebody_has_signed_in_and_hostile_texts_are_recorded() {
        people = new People(context);
        people.nobody();
        browser = people.signedIn(port, people.with(Role.PROCUREMENT));
        people.actAs(people.with(Role.OFFICER));
        registry.importRecords(List.of(source("zz-hostile", """
                {"schema_version": 2, "slug": "zz-hostile", "name": "%1$s", "version": "%1$s",
                 "provider": {"slug": "zz-hostile", "brand": {"value": "%1$s"}, "legal_name": {"value": "%1$s", "note": "%1$s",
                   "source_url": "https://example.org/\\"><b>", "also": [{"value": "other %1$s"}]}},
                 "licences": [{"slug": "zz-hostile", "id": {"value": "%1$s"}, "artefacts": {"value": ["weights"]}, "restrictions": {"attribution": {"value": "%1$s"}}}],
                 "services": [{"slug": "zz-hostile", "operator": {"value": "%1$s"}}]}
                """.replace("https://example.org/\\\"><b>", "https://example.org/x?q=%%22%%3E").formatted(HOSTILE))));
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_list_names_every_model_with_provider_country_licence_and_weights() {
        String body = browser.get("/models").body();
        assertThat(body).contains("DeepSeek-R1", "href=\"/models/deepseek-r1\"", "href=\"/providers/deepseek\"", "China", "href=\"/licences/mit\"");
        String whole = wholeList();
        assertThat(registry(Kind.MODEL)).allSatisfy(record -> assertThat(whole).contains("href=\"/models/" + record.slug() + "\""));
    }

    /** The pages of the list one after the other. */
    private String wholeList() {
        StringBuilder all = new StringBuilder();
        String path = "/models?view=none";
        while (path != null) {
            String body = browser.get(path).body();
            all.append(body);
            Matcher next = NEXT.matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return all.toString();
    }

    @Test
    void a_search_narrows_the_list_and_can_be_taken_away() {
        String body = browser.get("/models?q=qwen&weights=open").body();
        assertThat(body).contains("href=\"/models/qwen3-235b-a22b\"").doesNotContain("href=\"/models/gpt-5\"");
        assertThat(body).contains("href=\"/models?weights=open\"", "href=\"/models?q=qwen\"", "Show all");
    }

    @Test
    void a_second_value_of_a_filter_stays_when_the_form_is_sent_again() {
        String body = browser.get("/models?provider=meta&provider=zhipu").body();
        assertThat(body).contains("<input type=\"hidden\" name=\"provider\" value=\"", "href=\"/models/glm-4-5\"", "href=\"/models/llama-4-scout\"");
        assertThat(body).contains("href=\"/models?provider=zhipu\"", "href=\"/models?provider=meta\"");
    }

    @Test
    void a_filter_by_a_fact_of_the_service_finds_the_models_it_offers() {
        assertThat(browser.get("/models?service.training_on_inputs=no").status()).isEqualTo(200);
    }

    @Test
    void a_search_without_a_hit_says_so_and_shows_what_was_asked() {
        assertThat(browser.get("/models?q=no-such-model-anywhere").body()).contains("Nothing fits “no-such-model-anywhere”");
        assertThat(browser.get("/services?q=no-such-service").body()).contains("Nothing fits “no-such-service”");
    }

    @Test
    void parameters_that_are_no_filter_change_nothing() {
        assertThat(browser.get("/models?role=ADMINISTRATOR&licence.url=x&sort=name;drop").body()).contains("on record");
    }

    @Test
    void a_made_up_place_in_the_list_is_told_and_the_list_begins_anew() {
        assertThat(browser.get("/providers?after=x").body()).contains("a place that is not in this list", "href=\"/providers/alibaba\"");
    }

    @Test
    void a_licence_page_begins_with_what_the_text_grants_and_takes_away() {
        String body = browser.get("/licences/llama-4-community").body();
        assertThat(body.indexOf("It grants")).isPositive().isLessThan(body.indexOf("What is recorded"));
        assertThat(body).contains("It takes away or asks in return").containsPattern("threshold by users: 700.000.000 monthly users");
        assertThat(body).contains("href=\"/models/llama-4-maverick\"", "href=\"/models/llama-4-scout\"");
    }

    @Test
    void a_service_page_begins_with_where_data_goes() {
        String body = browser.get("/services/deepseek-api-deepseek-r1").body();
        assertThat(body.indexOf("Inputs are processed in China")).isPositive().isLessThan(body.indexOf("Training on inputs"));
    }

    @Test
    void a_provider_page_says_who_it_is_and_which_models_it_has() {
        String body = browser.get("/providers/mistral").body();
        assertThat(body).contains("has its seat in France", "href=\"/models/mistral-large-3\"", "starter catalogue");
    }

    @Test
    void what_nobody_has_looked_for_is_said_in_one_paragraph_and_never_as_a_no() {
        assertThat(browser.get("/services/cortecs-deepseek-r1").body()).contains("Nobody has looked for:");
    }

    @Test
    void every_page_of_every_record_can_be_read() {
        for (Kind kind : List.of(Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE)) {
            registry(kind).forEach(record -> assertThat(browser.get("/" + kind.code() + "s/" + record.slug()).status()).as(record.toString()).isEqualTo(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models", "/models?q=%3Cscript%3Ealert(1)%3C/script%3E", "/models?weights=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/providers",
        "/providers/zz-hostile", "/licences", "/licences/zz-hostile", "/services", "/services/zz-hostile", "/providers?q=%3Cscript%3Ealert(1)%3C/script%3E"})
    void hostile_text_is_shown_as_text(String path) {
        assertThat(browser.get(path).body()).doesNotContain(HOSTILE).contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @CsvSource({"/providers/nobody", "/licences/nothing", "/services/nowhere", "/providers/%3Cb%3E"})
    void a_record_that_is_not_there_is_told_in_plain_words(String path) {
        var page = browser.get(path);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_signed_in_may_read_the_records(Role role) {
        var any = people.signedIn(port, people.with(role));
        for (String path : List.of("/models", "/providers/mistral", "/licences/mit", "/services/groq-gpt-oss-120b")) {
            assertThat(any.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(any.get("/").body()).contains("href=\"/models\"", "href=\"/services\"");
    }

    @Test
    void nobody_reads_records_without_signing_in() {
        assertThat(new Browser(port).get("/models").path()).startsWith("/sign-in");
        assertThat(new Browser(port).get("/licences/mit").path()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void only_an_officer_brings_records_in(Role role) {
        people.actAs(people.with(role));
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> registry.importRecords(List.of())).isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private List<RecordName> registry(Kind kind) {
        people.actAs(people.with(Role.OFFICER));
        try {
            return registry.all(kind);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Source source(String slug, String text) {
        return new Source(slug + ".json", text.getBytes(StandardCharsets.UTF_8));
    }
}
