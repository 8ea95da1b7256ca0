package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Tables from upload to the corrected rows. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-intake-tables")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableImportTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;
    private String last = "";

    @BeforeAll
    void an_officer_signs_in() {
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    private Browser.Page upload(String name, String text) {
        var page = DryRuns.upload(officer, name, text);
        last = page.path();
        return page;
    }

    @Test
    void three_bad_rows_of_a_hundred_are_named_and_the_corrected_rows_add_only_three() {
        var table = new StringBuilder("slug;name;model.training.compute;model.release.first_public_date\n");
        for (int i = 1; i <= 100; i++) {
            String compute = i == 17 ? "plenty" : i + ",5e23";
            String date = i == 42 ? "yesterday" : i == 99 ? "2026-13-01" : "2026-01-15";
            table.append("bulk-").append(i).append(";Bulk ").append(i).append(';').append(compute).append(';').append(date).append('\n');
        }
        var page = upload("bulk.csv", table.toString());
        assertThat(page.body()).contains("97 records would be new", "3 rows or files are rejected", "bulk.csv, line 18, model.training.compute",
                "bulk.csv, line 43, model.release.first_public_date", "bulk.csv, line 100, model.release.first_public_date", "plenty", "Write the date as");
        assertThat(officer.get("/models/bulk-1").status()).isEqualTo(404);
        assertThat(officer.post(last + "/confirm", "rows", "valid").body()).contains("97 revisions are saved");
        String errors = officer.get(last + "/errors.csv").body();
        assertThat(errors.lines()).hasSize(4);
        assertThat(errors).contains("\"slug\",\"name\",\"model.training.compute\",\"model.release.first_public_date\",\"error\"", "\"bulk-17\"", "\"plenty\"");
        String corrected = errors.replace("plenty", "17.5e23").replace("yesterday", "2026-01-15").replace("2026-13-01", "2026-01-15");
        assertThat(upload("bulk-errors.csv", corrected).body()).contains("3 records would be new, none changed", "Nothing is rejected");
        assertThat(officer.post(last + "/confirm").body()).contains("3 revisions are saved");
        assertThat(upload("bulk.csv", table.toString().replace("plenty", "17,5e23").replace("yesterday", "2026-01-15").replace("2026-13-01", "2026-01-15")).body())
                .contains("No record would be new, none changed; 100 already say the same");
    }

    @Test
    void columns_with_names_of_their_own_are_asked_for_once_and_then_remembered() {
        String table = "Tool,Firm,Keeps our data for days\nChatty,Chat SA,30\n";
        var page = upload("tools.csv", table);
        assertThat(page.path()).endsWith("/columns");
        assertThat(page.body()).contains("Keeps our data for days", "Chatty", "name=\"column-3\"");
        String job = page.path();
        assertThat(officer.get(job + "?kind=service").body()).contains("service.retention_days");
        assertThat(officer.post(job, "kind", "service", "column-1", "name", "column-2", "nonsense", "column-3", "").body())
                .contains("A table of this kind has no column &quot;nonsense&quot;");
        var report = officer.post(job, "kind", "service", "column-1", "name", "column-2", "service.operator", "column-3", "service.retention_days");
        assertThat(report.body()).contains("1 record would be new", "Chatty", "Chat SA");
        officer.post(report.path() + "/confirm");
        assertThat(officer.get("/services/chatty").body()).contains("from tools.csv, line 2, imported by Person");
        var again = upload("tools-2.csv", table.replace(",30", ",60"));
        assertThat(again.path()).doesNotEndWith("/columns");
        assertThat(again.body()).contains("1 changed", "60");
        officer.post(last + "/confirm");
        assertThat(officer.get("/services/chatty").body()).contains("from tools-2.csv, line 2, imported by", "from tools.csv, line 2, imported by");
    }

    @Test
    void a_table_adds_to_a_record_of_the_catalogue_as_a_further_source() {
        var page = upload("m.csv", "slug,name,model.release.first_public_date,model.release.first_public_date.source\nolmo-3-32b,OLMo of theirs,2019-01-01,https://example.org/list\n");
        assertThat(page.body()).contains("1 changed", "Stays, because another source says it; the file becomes a further source", "Stays as it is");
        officer.post(last + "/confirm");
        assertThat(officer.get("/models/olmo-3-32b").body()).contains("example.org", "from m.csv, line 2, imported by Person", "on 25 November 2026")
                .doesNotContain("<h1>OLMo of theirs");
    }

    @Test
    void a_broken_workbook_is_refused_in_a_sentence() {
        assertThat(upload("m.xlsx", "no workbook").body()).contains("1 row or file is rejected", "not a workbook in the format XLSX");
    }
}
