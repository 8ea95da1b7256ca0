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
import org.springframework.jdbc.core.simple.JdbcClient;
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
        assertThat(upload(Examples.files()).body()).contains("6 records would be new", "Nothing is rejected", "Save 6 records");
        assertThat(confirm().body()).contains("6 revisions are saved", "href=\"/uses/support-replies\"", "href=\"/organisation\"");
    }

    /** The page of the last import. */
    private String last = "";

    private Browser.Page upload(List<Source> files) {
        var page = DryRuns.upload(officer, files.stream().map(file -> new Browser.Upload(file.name(), file.bytes())).toList());
        last = page.path();
        return page;
    }

    private Browser.Page confirm(String... fields) {
        return officer.post(last + "/confirm", fields);
    }

    private static Source file(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_a_record_already_says_is_not_saved_again() {
        var unchanged = Examples.files().stream().filter(file -> !file.name().startsWith("service")).toList();
        assertThat(upload(unchanged).body()).contains("4 already say the same", "No record would be new, none changed").doesNotContain("/confirm");
        assertThat(confirm().body()).contains("There is nothing to save");
    }

    @Test
    void a_change_is_shown_with_what_was_before_and_its_line_and_saved_as_the_next_revision() {
        var page = upload(List.of(Examples.changed("service-union-cloud", "service.retention_days: {value: 0,", "service.retention_days: {value: 30,")));
        assertThat(page.body()).contains("1 changed", "Takes its place", "<td data-l=\"Recorded now\">0", "<td data-l=\"The file says\">30", "line ");
        assertThat(officer.get("/api/v1/services/example-union-cloud").body()).contains("\"number\":1");
        assertThat(confirm().body()).contains("1 revision is saved");
        assertThat(officer.get("/services/example-union-cloud").body()).contains("revision 2", "Import of service-union-cloud.yaml");
    }

    @Test
    void a_file_of_several_kinds_is_refused_with_the_kinds_to_split_and_nothing_is_saved() {
        var page = upload(List.of(file("good.yaml", "slug: never-kept\nname: N\nfacts: {use.purpose: p}\n"),
                file("mixed.yaml", "slug: mixed\nname: M\nfacts: {use.purpose: p, organisation.country: FR}\n")));
        assertThat(page.body()).contains("1 row or file is rejected", "mixed.yaml", "facts of use and organisation", "one file for each");
        assertThat(confirm("rows", "all").body()).contains("Something is rejected, and all or nothing was asked for");
        assertThat(officer.get("/uses/never-kept").status()).isEqualTo(404);
        assertThat(confirm("rows", "valid").body()).contains("1 revision is saved");
        assertThat(officer.get("/uses/never-kept").status()).isEqualTo(200);
    }

    @Test
    void each_problem_is_named_with_file_and_line() {
        var page = upload(List.of(file("wrong.yaml", "slug: wrong\nname: W\nfacts:\n  use.purpos: p\n  use.commercial: perhaps\n")));
        assertThat(page.body()).contains("1 row or file is rejected", "wrong.yaml, line 4", "use.purpose", "wrong.yaml, line 5");
    }

    @Test
    void a_second_organisation_is_refused_by_the_slug_of_the_first() {
        assertThat(upload(List.of(file("other.yaml", "slug: other-company\nname: O\nfacts: {organisation.country: DE}\n"))).body())
                .contains("there is one organisation", "example-company");
    }

    @Test
    void a_model_as_a_scenario_is_refused_with_the_shape_it_needs() {
        assertThat(upload(List.of(file("m.yaml", "slug: m\nname: M\nfacts: {model.openness.weights: open}\n"))).body()).contains("the shape of the catalogue");
    }

    @Test
    void without_a_file_the_form_says_what_is_missing() {
        var page = upload(List.of());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is a problem", "Choose at least one file");
    }

    @Test
    void a_file_of_no_known_format_and_an_archive_are_refused_by_name() {
        assertThat(upload(List.of(file("notes.txt", "hello"))).body()).contains("notes.txt", "looks like none of the formats");
        assertThat(upload(List.of(new Source("all.yaml", new byte[] {'P', 'K', 3, 4, 0, 0}))).body()).contains("looks like none of the formats");
    }

    @Test
    void an_import_that_was_taken_back_leaves_each_record_as_it_was() {
        upload(List.of(Examples.changed("use-product-chat", "name: ", "name: Renamed "), file("new.yaml", "slug: brought-in\nname: Brought in\nfacts: {use.purpose: p}\n")));
        confirm();
        String renamed = officer.get("/uses/product-chat").body();
        assertThat(renamed).contains("Renamed");
        var page = officer.post(last + "/undo");
        assertThat(page.body()).contains("The import is taken back: 2 revisions were written", "The import was taken back on");
        assertThat(officer.get("/uses/product-chat").body()).doesNotContain("<h1>Renamed");
        assertThat(officer.get("/uses/brought-in").body()).contains("Brought in (import taken back)");
        assertThat(officer.get("/uses?view=none").body()).doesNotContain("Brought in (import taken back)");
        assertThat(upload(List.of(file("new.yaml", "slug: brought-in\nname: Brought in\nfacts: {use.purpose: p}\n"))).body()).contains("1 changed");
        confirm();
        assertThat(officer.get("/uses/brought-in").body()).doesNotContain("import taken back)");
    }

    @Test
    void an_import_whose_record_was_saved_since_is_no_longer_taken_back() {
        upload(List.of(file("a.yaml", "slug: edited-later\nname: E\nfacts: {use.purpose: one}\n")));
        confirm();
        String first = last;
        upload(List.of(file("a.yaml", "slug: edited-later\nname: E\nfacts: {use.purpose: two}\n")));
        confirm();
        assertThat(officer.post(first + "/undo").body()).contains("can no longer be taken back", "edited-later");
    }

    @Test
    void a_record_that_moved_on_after_the_dry_run_is_looked_at_again_before_anything_is_saved() {
        upload(List.of(file("a.yaml", "slug: moves-on\nname: M\nfacts: {use.purpose: one}\n")));
        String first = last;
        upload(List.of(file("b.yaml", "slug: moves-on\nname: M\nfacts: {use.purpose: two}\n")));
        confirm();
        assertThat(officer.post(first + "/confirm").body()).contains("A record was saved by somebody else meanwhile", "1 changed", "Recorded now\">two");
        assertThat(officer.post(first + "/confirm").body()).contains("1 revision is saved");
    }

    @Test
    void another_officer_sees_who_brought_an_import_and_takes_it_back_but_does_not_save_it() {
        upload(List.of(file("a.yaml", "slug: brought-by-one\nname: M\nfacts: {use.purpose: one}\n")));
        var person = people.with(Role.OFFICER);
        var other = people.signedIn(port, person);
        assertThat(other.get("/imports").body()).contains("href=\"" + last + "\"");
        assertThat(other.get(last).body()).contains("Brought by Person ", "decides whether this is saved").doesNotContain("/confirm\"", "/check\"");
        assertThat(other.post(last + "/confirm").status()).isEqualTo(403);
        assertThat(other.post(last + "/check").status()).isEqualTo(403);
        assertThat(other.get(last + "/columns").status()).isEqualTo(403);
        assertThat(other.send("/api/v1" + last + "/confirm", "application/json", "").status()).isEqualTo(403);
        confirm();
        assertThat(other.get(last).body()).contains("Take the import back");
        assertThat(other.post(last + "/undo").body()).contains("The import is taken back: 1 revision was written");
        assertThat(other.get("/uses/brought-by-one").body()).contains("M (import taken back)");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"AUDITOR", "ADMINISTRATOR"})
    void an_auditor_and_an_administrator_read_imports_and_change_nothing(Role role) {
        upload(List.of(file("a.yaml", "slug: read-by-" + role.name().toLowerCase(java.util.Locale.ROOT) + "\nname: M\nfacts: {use.purpose: one}\n")));
        confirm();
        var reader = people.signedIn(port, people.with(role));
        assertThat(reader.get("/imports/all").body()).contains("href=\"" + last + "\"", "Brought by").doesNotContain("href=\"/imports\"");
        assertThat(reader.get(last).body()).contains("1 record was saved").doesNotContain("Take the import back");
        assertThat(reader.get("/api/v1" + last).body()).contains("\"broughtBy\":\"Person ");
        assertThat(reader.get(last + "/errors.csv").status()).isEqualTo(200);
        assertThat(reader.post(last + "/undo").status()).isEqualTo(403);
        assertThat(reader.send("/api/v1" + last + "/undo", "application/json", "").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"APPROVER", "PROCUREMENT", "POLICY_AUTHOR"})
    void the_other_roles_see_no_import(Role role) {
        upload(List.of(file("a.yaml", "slug: not-for-" + role.ordinal() + "\nname: M\nfacts: {use.purpose: one}\n")));
        var other = people.signedIn(port, people.with(role));
        for (String path : List.of("/imports/all", last, last + "/errors.csv", "/api/v1" + last)) {
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_page_says_that_a_file_is_gone_and_a_download_that_needs_it_is_answered_410() {
        upload(List.of(file("gone.csv", "slug,name,use.purpose,use.commercial\ngone-one,A,p,perhaps\ngone-two,B,p,yes\n")));
        assertThat(officer.get(last).body()).contains("What was uploaded is kept until 25 December 2026");
        context.getBean(JdbcClient.class).sql("UPDATE intake_import SET touched_at = TIMESTAMP WITH TIME ZONE '2026-10-01 00:00:00+00' WHERE id = ?")
                .param(java.util.UUID.fromString(last.substring("/imports/".length()))).update();
        assertThat(context.getBean(FileSweep.class).sweep()).isEqualTo(1);
        assertThat(officer.get(last).body()).contains("What was uploaded was removed on 25 November 2026", "upload the file once more", "gone.csv, line 2")
                .doesNotContain("/confirm\"", "errors.csv");
        assertThat(officer.get(last + "/errors.csv").status()).isEqualTo(410);
        assertThat(officer.post(last + "/confirm").status()).isEqualTo(410);
        var answer = officer.send("/api/v1" + last + "/confirm?rows=valid", "application/json", "");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body()).contains("were removed on 2026-11-25", "Upload them again");
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
    void a_program_sees_what_would_change_and_then_saves_and_takes_back() {
        officer.get("/imports");
        var answer = officer.send("/api/v1/imports?name=x.yaml", "application/yaml", "slug: by-program\nname: By a program\nfacts:\n  use.purpose: p\n");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        String path = answer.headers().firstValue("Location").orElseThrow();
        var job = JsonMapper.shared().readTree(officer.get(path).body());
        assertThat(job.path("state").stringValue()).isEqualTo("checked");
        assertThat(job.path("counts").path("created").intValue()).isEqualTo(1);
        assertThat(job.path("records").get(0).path("changes").get(0).path("line").intValue()).isEqualTo(4);
        assertThat(officer.get("/api/v1/uses/by-program").status()).isEqualTo(404);
        var saved = JsonMapper.shared().readTree(officer.send(path + "/confirm", "application/json", "").body());
        assertThat(saved.path("records").get(0).path("revision").intValue()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(officer.get("/api/v1/uses/by-program").body()).path("record").path("facts").path("use.purpose").path("value").stringValue())
                .isEqualTo("p");
        assertThat(officer.send(path + "/confirm", "application/json", "").status()).isEqualTo(409);
        assertThat(officer.send(path + "/undo", "application/json", "").status()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(officer.get("/api/v1/uses/by-program").body()).path("record").path("facts").size()).isZero();
    }

    @Test
    void a_program_goes_through_the_imports_from_the_newest_and_meets_each_once() {
        officer.get("/imports");
        for (int i = 0; i < 3; i++) {
            officer.send("/api/v1/imports?name=listed-" + i + ".yaml", "application/yaml", "slug: listed-" + i + "\nname: Listed\nfacts:\n  use.purpose: p\n");
        }
        var seen = new java.util.ArrayList<String>();
        var moments = new java.util.ArrayList<java.time.Instant>();
        String next = "";
        do {
            var page = JsonMapper.shared().readTree(officer.get("/api/v1/imports?limit=2" + next).body());
            page.path("imports").forEach(one -> {
                seen.add(one.path("files").get(0).path("name").stringValue() + " " + one.path("id").stringValue());
                moments.add(java.time.Instant.parse(one.path("createdAt").stringValue()));
            });
            next = page.path("next").isNull() ? "" : "&before=" + page.path("next").stringValue();
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().filteredOn(name -> name.startsWith("listed-")).extracting(name -> name.substring(0, 8)).containsExactlyInAnyOrder("listed-2", "listed-1", "listed-0");
        assertThat(moments).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(officer.get("/api/v1/imports?limit=0").status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/imports?before=00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
    }

    @Test
    void a_program_is_told_line_by_line_what_is_wrong_and_refused_what_is_no_file() {
        officer.get("/imports");
        var answer = officer.send("/api/v1/imports", "application/yaml", "slug: x\nname: X\nfacts:\n  use.nothing: 1\n");
        var job = JsonMapper.shared().readTree(answer.body());
        assertThat(job.path("counts").path("rejected").intValue()).isEqualTo(1);
        assertThat(job.path("remarks").get(0).path("line").intValue()).isEqualTo(4);
        assertThat(officer.send("/api/v1/imports", "image/png", "a,b").status()).isEqualTo(415);
        assertThat(officer.send("/api/v1/imports", "text/csv", "").status()).isEqualTo(422);
        assertThat(officer.send("/api/v1/imports?format=nonsense", "text/csv", "a").status()).isEqualTo(422);
        assertThat(officer.get("/api/v1/imports/00000000-0000-0000-0000-000000000000").headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void only_an_officer_sees_the_page_and_is_told_of_it(Role role) {
        var other = people.signedIn(port, people.with(role));
        assertThat(other.get("/imports").status()).isEqualTo(403);
        assertThat(other.get("/uses").body()).doesNotContain("href=\"/imports\"");
    }
}
