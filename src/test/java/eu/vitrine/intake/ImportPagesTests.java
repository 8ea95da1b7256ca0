package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.Examples;
import eu.vitrine.exchange.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** On a server of its own, which begins without uses and without an organisation. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-intake")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;

    @BeforeAll
    void an_officer_finds_nothing_of_ours_and_then_imports_the_examples() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
        assertThat(officer.get("/uses").body()).contains("No use is recorded yet", "href=\"/examples/use-support-replies\"", "href=\"/imports\"");
        assertThat(officer.get("/organisation").body()).contains("Nothing is recorded of ourselves yet", "href=\"/examples/organisation\"");
        officer.get("/imports");
        assertThat(upload(Examples.files()).body()).contains("6 revisions are saved", "href=\"/uses/support-replies\"", "href=\"/organisation\"");
    }

    private Browser.Page upload(List<Source> files) {
        officer.get("/imports");
        return officer.upload("/imports", "files", files.stream().map(file -> new Browser.Upload(file.name(), file.bytes())).toList());
    }

    private static Source file(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_a_record_already_says_is_not_saved_again() {
        var unchanged = Examples.files().stream().filter(file -> !file.name().startsWith("service")).toList();
        assertThat(upload(unchanged).body()).contains("Everything in these files was already so");
    }

    @Test
    void one_changed_record_leads_to_its_page_with_the_next_revision() {
        var page = upload(List.of(Examples.changed("service-union-cloud", "service.retention_days: {value: 0,", "service.retention_days: {value: 30,")));
        assertThat(page.path()).isEqualTo("/services/example-union-cloud");
        assertThat(page.body()).contains("Revision 2 of “example-union-cloud” is saved", "href=\"/uses/support-replies\"");
    }

    @Test
    void a_file_of_several_kinds_is_refused_with_the_kinds_to_split_and_nothing_is_saved() {
        var page = upload(List.of(file("good.yaml", "slug: never-kept\nname: N\nfacts: {use.purpose: p}\n"),
                file("mixed.yaml", "slug: mixed\nname: M\nfacts: {use.purpose: p, organisation.country: FR}\n")));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is 1 problem in these files", "mixed.yaml", "facts of use and organisation", "one file for each");
        assertThat(officer.get("/uses/never-kept").status()).isEqualTo(404);
    }

    @Test
    void each_problem_is_named_with_file_and_line() {
        var page = upload(List.of(file("wrong.yaml", "slug: wrong\nname: W\nfacts:\n  use.purpos: p\n  use.commercial: perhaps\n")));
        assertThat(page.body()).contains("There are 2 problems", "wrong.yaml", "use.purpose", ">4<", ">5<");
    }

    @Test
    void a_second_organisation_is_refused_by_the_slug_of_the_first() {
        var page = upload(List.of(file("other.yaml", "slug: other-company\nname: O\nfacts: {organisation.country: DE}\n")));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("there is one organisation", "example-company");
    }

    @Test
    void a_model_as_a_scenario_is_refused_with_the_shape_it_needs() {
        assertThat(upload(List.of(file("m.yaml", "slug: m\nname: M\nfacts: {model.openness.weights: open}\n"))).body()).contains("the shape of the catalogue");
    }

    @Test
    void without_a_file_the_form_says_what_is_missing() {
        assertThat(upload(List.of()).body()).contains("There is a problem", "Choose at least one file");
    }

    @Test
    void hostile_text_in_a_problem_is_shown_as_text() {
        var page = upload(List.of(file("<script>alert(1)</script>.yaml", "slug: x\nname: X\nfacts: {\"<script>alert(2)</script>\": 1}\n")));
        assertThat(page.body()).contains("&lt;script&gt;alert(2)").doesNotContain("<script>alert");
    }

    @Test
    void an_upload_without_the_token_of_a_form_is_refused() {
        officer.get("/imports");
        assertThat(officer.uploadWithoutToken("/imports", "files", List.of(new Browser.Upload("a.yaml", new byte[] {32}))).status()).isEqualTo(403);
    }

    @Test
    void an_example_comes_as_a_file_to_keep_and_others_do_not_exist() {
        var example = officer.get("/examples/use-meeting-notes");
        assertThat(example.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"use-meeting-notes.yaml\"");
        assertThat(example.body()).contains("use.service: example-meeting-assistant");
        assertThat(officer.get("/examples/application").status()).isEqualTo(404);
    }

    @Test
    void a_program_imports_a_record_and_is_told_what_was_written() {
        officer.get("/imports");
        var answer = officer.send("/api/v1/imports?name=x.yaml", "application/yaml", "slug: by-program\nname: By a program\nfacts: {use.purpose: p}\n");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var written = JsonMapper.shared().readTree(answer.body()).path("written").get(0);
        assertThat(written.path("kind").stringValue()).isEqualTo("use");
        assertThat(written.path("number").intValue()).isEqualTo(1);
        var use = JsonMapper.shared().readTree(officer.get("/api/v1/uses/by-program").body());
        assertThat(use.path("revision").path("sha256")).isEqualTo(written.path("sha256"));
        assertThat(use.path("record").path("facts").path("use.purpose").path("value").stringValue()).isEqualTo("p");
    }

    @Test
    void a_program_is_told_line_by_line_what_is_wrong() {
        officer.get("/imports");
        var answer = officer.send("/api/v1/imports", "application/yaml", "slug: x\nname: X\nfacts:\n  use.nothing: 1\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("errors").get(0).path("line").intValue()).isEqualTo(4);
        assertThat(officer.send("/api/v1/imports", "text/csv", "a,b").status()).isEqualTo(415);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void only_an_officer_sees_the_page_and_is_told_of_it(Role role) {
        var other = people.signedIn(port, people.with(role));
        assertThat(other.get("/imports").status()).isEqualTo(403);
        assertThat(other.get("/uses").body()).doesNotContain("href=\"/imports\"");
    }
}
