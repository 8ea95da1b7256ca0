package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What goes out comes in again and changes nothing. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-intake-tables")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private People people;
    private Browser officer;

    @BeforeAll
    void an_officer_signs_in() {
        people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    private Browser.Page upload(String name, String text) {
        var page = DryRuns.upload(officer, name, text);
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"records.yaml", "records.json", "models.yaml", "models.json", "models.csv", "providers.csv", "licences.csv", "services.json", "models/deepseek-r1.yaml",
        "models/deepseek-r1.json", "models/deepseek-r1.csv"})
    void an_export_imported_again_changes_nothing(String name) {
        var file = officer.get("/exports/" + name);
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(header -> assertThat(header)
                .startsWith("attachment; filename").contains("vitrine-").contains("2026-11-25"));
        var report = upload(name.replace('/', '-'), file.body());
        assertThat(report.body()).contains("No record would be new, none changed").contains("Nothing is rejected");
    }

    @Test
    void a_filtered_list_goes_out_with_its_filters() {
        assertThat(officer.get("/models?q=olmo").body()).contains("/exports/models.csv?q=olmo");
        assertThat(officer.get("/exports/models.csv?q=olmo").body().lines().filter(line -> line.startsWith("\"olmo"))).isNotEmpty();
        assertThat(officer.get("/exports/models.csv?q=olmo").body()).doesNotContain("\"deepseek-r1\"");
    }

    @Test
    void an_export_leaves_an_event_in_the_audit_log() {
        officer.get("/exports/licences.json?q=apache");
        people.actAs(people.with(Role.AUDITOR));
        var events = context.getBean(AuditTrail.class).newestFirst(new AuditFilter("export", ""), Long.MAX_VALUE, 5);
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
        assertThat(events).anySatisfy(event -> assertThat(event.canonical()).contains("records.exported", "vitrine-licences-2026-11-25.json", "q=apache"));
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_comes_out_with_an_apostrophe_and_in_again_without() {
        upload("f.yaml", "slug: formula-use\nname: =1+1\nfacts: {use.purpose: \"@SUM(A1)\"}\n");
        String last = officer.get("/imports").body().split("href=\"/imports/")[1].split("\"")[0];
        officer.post("/imports/" + last + "/confirm");
        String csv = officer.get("/exports/uses.csv").body();
        assertThat(csv).contains("\"'=1+1\"", "\"'@SUM(A1)\"");
        assertThat(upload("uses.csv", csv).body()).contains("No record would be new, none changed");
    }

    @Test
    void programs_choose_by_accept_or_suffix_and_unknown_names_do_not_exist() {
        assertThat(officer.get("/api/v1/exports/models/olmo-3-32b").headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(officer.get("/api/v1/exports/models.csv").headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        for (String path : List.of("/exports/records.csv", "/exports/passwords.csv", "/exports/models/nothing.yaml", "/api/v1/exports/audit/x.json")) {
            assertThat(officer.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdx.json", "cdx.xml", "spdx3.json"})
    void a_model_goes_out_in_a_format_of_others_and_is_recognised_when_it_comes_in(String suffix) {
        var file = officer.get("/exports/models/olmo-3-32b." + suffix);
        assertThat(file.status()).isEqualTo(200);
        var report = upload("olmo-3-32b." + suffix, file.body());
        assertThat(report.body()).contains("Nothing is rejected").doesNotContain("Stays, because a person confirmed it");
        assertThat(officer.get("/exports/providers/" + "ai2." + suffix).status()).isEqualTo(404);
    }

    @Test
    void the_page_of_a_model_says_what_formats_of_others_cannot_carry() {
        assertThat(officer.get("/models/deepseek-r1/export").body()).contains("CycloneDX 1.7", "SPDX 3", "that the file does not say as such", "/exports/models/deepseek-r1.cdx.xml");
        assertThat(officer.get("/models/nothing/export").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdx.json", "cdx.xml", "spdx3.json"})
    void what_only_we_know_stays_out_of_a_bill_of_materials_unless_it_is_asked_for(String suffix) {
        String slug = "known-to-us-" + suffix.length() + suffix.charAt(0);
        String hash = "ab".repeat(32);
        String path = upload("own.yaml", "slug: " + slug + "\nname: Own\nmodel:\n  identifiers:\n    hub_id: own/own\n    artefact_sha256: " + hash
                + "\n  summary:\n    retrieved_on: {value: \"2026-03-02\", note: in our archive}\n").path();
        assertThat(officer.post(path + "/confirm").body()).contains("saved");
        String file = "/exports/models/" + slug + "." + suffix;
        assertThat(officer.get(file).body()).contains("own/own").doesNotContain(hash, "retrieved_on", "in our archive");
        assertThat(officer.get(file + "?facts=all").body()).contains("own/own", hash, "retrieved_on", "in our archive");
        assertThat(officer.get("/api/v1" + file + "?facts=some").status()).isEqualTo(422);
        assertThat(officer.get("/exports/models/" + slug + ".yaml").body()).contains(hash);
        assertThat(officer.get("/models/" + slug + "/export").body()).contains("also hold 2 facts that others do not know: SHA-256 of the adopted weights",
                "because only we know it", "facts=all");
        assertThat(upload("own." + suffix, officer.get(file).body()).body()).contains("Nothing is rejected", "No record would be new, none changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdx.json", "cdx.xml", "spdx3.json"})
    void what_colleagues_wrote_beside_facts_stays_out_of_a_bill_of_materials_unless_it_is_asked_for(String suffix) {
        String slug = "remarked-" + suffix.length() + suffix.charAt(0);
        String path = upload("remarked.yaml", """
                slug: %s
                name: Remarked
                model:
                  identifiers:
                    hub_id: {value: own/remarked, source_url: "https://example.org/card", note: asked Berta on the phone}
                  openness:
                    weights:
                      value: open
                      source_url: https://example.org/card
                      chosen_because: the other one is a rumour
                      also:
                        - {value: closed, source_url: "https://example.org/other", note: do not quote}
                  copyright:
                    policy_url: {state: absent, source_url: "https://example.org", as_of: "2026-03-02", searched: {where: [https://example.org], on: "2026-03-02", by: Berta Beispiel}}
                  summary:
                    url: {note: will ask in spring}
                """.formatted(slug)).path();
        assertThat(officer.post(path + "/confirm").body()).contains("saved");
        String file = "/exports/models/" + slug + "." + suffix;
        String[] written = {"asked Berta", "rumour", "do not quote", "Berta Beispiel", "will ask"};
        assertThat(officer.get(file).body()).contains("own/remarked", "https://example.org/other", "absent").doesNotContain(written);
        assertThat(officer.get(file + "?facts=all").body()).contains(written);
        assertThat(officer.get("/exports/models/" + slug + ".yaml").body()).contains(written);
        assertThat(officer.get("/models/" + slug + "/export").body()).contains("Beside 4 facts they hold notes", "Left out beside 4 facts", "facts=all");
        assertThat(upload("remarked." + suffix, officer.get(file).body()).body()).contains("Nothing is rejected", "No record would be new, none changed");
    }

    @Test
    void the_page_names_what_a_table_cannot_carry() {
        assertThat(officer.get("/exports").body()).contains("What a table cannot carry", "Further sources of a fact", "href=\"/exports/models.xlsx\"");
    }
}
