package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class ClausePagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeEach
    void an_officer_has_signed_in() {
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    private void record(String slug, String facts) {
        officer.get("/");
        var answer = officer.ask("PUT", "/api/v1/licences/" + slug, "application/json",
                "{\"slug\": \"" + slug + "\", \"name\": \"Licence " + slug + "\", \"licence\": " + facts + "}", "If-None-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String revision(Browser.Page page) {
        var revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(revision.find()).isTrue();
        return revision.group(1);
    }

    @Test
    void clauses_fill_only_what_the_record_leaves_open_and_keep_their_source() {
        record("gemma", "{\"permits_commercial_use\": false}");
        var empty = officer.get("/licences/gemma/clauses");
        assertThat(empty.body()).contains("No text on board has the short name");
        var shown = officer.get("/licences/gemma/clauses?text=gemma-terms");
        assertThat(shown.body()).contains("have no answer in this record", "Gemma").doesNotContain("Commercial use permitted</th>", ">not known<");
        var after = officer.post("/licences/gemma/clauses", "text", "gemma-terms", "revision", revision(shown), "then", "");
        assertThat(after.path()).isEqualTo("/licences/gemma");
        assertThat(after.body()).contains("are taken over.");
        String record = officer.get("/api/v1/licences/gemma").body();
        assertThat(record).contains("https://ai.google.dev/gemma/terms").containsPattern("licence.permits_commercial_use\":(false|\\{\"value\":false\\})");
        assertThat(officer.get("/licences/gemma/clauses?text=gemma-terms").body()).contains("nothing to take over").doesNotContain("name=\"revision\"");
    }

    @Test
    void a_record_with_the_short_name_of_a_text_is_offered_that_text_and_leads_back_to_the_model() {
        record("isc", "{}");
        var shown = officer.get("/licences/isc/clauses?then=model:olmo-3-32b");
        assertThat(shown.body()).contains("clauses of ISC License have no answer");
        var after = officer.post("/licences/isc/clauses", "text", "isc", "revision", revision(shown), "then", "model:olmo-3-32b");
        assertThat(after.path()).isEqualTo("/models/olmo-3-32b");
    }

    @Test
    void what_somebody_saved_meanwhile_is_not_overwritten() {
        record("unlicense", "{}");
        String seen = revision(officer.get("/licences/unlicense/clauses"));
        String tag = officer.get("/api/v1/licences/unlicense").headers().firstValue("ETag").orElseThrow();
        var renamed = officer.ask("PATCH", "/api/v1/licences/unlicense", "application/merge-patch+json", "{\"name\": \"Renamed\"}", "If-Match", tag);
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        var late = officer.post("/licences/unlicense/clauses", "text", "unlicense", "revision", seen, "then", "");
        assertThat(late.path()).isEqualTo("/licences/unlicense/clauses?text=unlicense&then=");
        assertThat(late.body()).contains("was saved by somebody else meanwhile", "have no answer in this record");
    }

    @Test
    void an_unknown_text_is_not_found_and_only_officers_take_clauses() {
        record("zlib", "{}");
        assertThat(officer.get("/licences/zlib/clauses?text=none-such").status()).isEqualTo(404);
        var people = new People(context);
        var auditor = people.signedIn(port, people.with(Role.AUDITOR));
        assertThat(auditor.get("/licences/zlib/clauses").status()).isEqualTo(403);
    }
}
