package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.SlugTaken;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitsTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @LocalServerPort
    private int port;

    private People people;
    private People.Person ofLegal;
    private People.Person ofSales;
    private Browser legal;
    private Browser sales;

    @BeforeAll
    void two_units_have_an_officer_each_and_sales_has_a_use() {
        people = new People(context);
        Browser administrator = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        administrator.get("/admin/units");
        for (String unit : List.of("Legal", "Sales")) {
            assertThat(administrator.post("/admin/units", "name", unit).body()).contains(unit);
        }
        ofLegal = people.with(Role.OFFICER, Role.AUDITOR);
        ofSales = people.with(Role.OFFICER);
        give(administrator, ofLegal, "legal");
        give(administrator, ofSales, "sales");
        people.actAs(ofSales);
        records.save(new Saving(Kind.USE, use("sales-letters"), 0), Revision.Origin.FORM, null);
        SecurityContextHolder.clearContext();
        legal = people.signedIn(port, ofLegal);
        sales = people.signedIn(port, ofSales);
        sales.get("/uses/sales-letters");
        assertThat(sales.post("/uses/sales-letters/assess").path()).isEqualTo("/uses/sales-letters");
    }

    private static void give(Browser administrator, People.Person person, String unit) {
        administrator.get("/admin/users/" + person.id().value());
        assertThat(administrator.post("/admin/users/" + person.id().value() + "/units", "unit", unit).status()).isEqualTo(200);
    }

    private static RecordFile use(String slug) {
        return RecordFile.of(Kind.USE, slug, "Use " + slug, Facts.of(List.of(
                new Fact("use.purpose", Claim.of(new FactValue.Text("Drafts of letters")), List.of()))));
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uses/sales-letters", "/uses/sales-letters/assessments/1", "/uses/sales-letters/assessments/1/dossier.pdf",
        "/units/use/sales-letters", "/api/v1/uses/sales-letters", "/api/v1/uses/sales-letters/revisions",
        "/api/v1/uses/sales-letters/assessments/1"})
    void for_the_people_of_another_unit_a_record_does_not_exist(String path) {
        assertThat(sales.get(path).status()).as("for its own people").isIn(200, 403);
        assertThat(legal.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uses", "/outlook", "/", "/api/v1/uses"})
    void lists_and_counts_leave_out_what_belongs_to_another_unit(String path) {
        assertThat(legal.get(path).body()).doesNotContain("Use sales-letters").doesNotContain("sales-letters");
    }

    @Test
    void its_own_people_see_it_in_the_list_of_uses_with_its_unit_on_the_page() {
        assertThat(sales.get("/uses").body()).contains("Use sales-letters");
        assertThat(sales.get("/uses/sales-letters").body()).contains("Unit: Sales");
    }

    @Test
    void nobody_of_another_unit_writes_it_by_whatever_way() {
        people.actAs(ofLegal);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> records.save(new Saving(Kind.USE, use("sales-letters"), 1), Revision.Origin.FORM, null))).isInstanceOf(NoSuchRecord.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> records.save(new Saving(Kind.USE, use("sales-letters"), 0), Revision.Origin.FORM, null))).isInstanceOf(SlugTaken.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                () -> records.restore(Kind.USE, "sales-letters", 1, 1, null))).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void models_of_the_catalogue_belong_to_no_unit_and_are_seen_by_all() {
        assertThat(legal.get("/models/olmo-3-32b").body()).contains("Seen by all units");
    }

    @Test
    void a_record_given_to_another_unit_is_gone_for_those_who_gave_it() {
        people.actAs(people.with(Role.OFFICER)); // of all units
        records.save(new Saving(Kind.USE, use("moving-letters"), 0), Revision.Origin.FORM, null);
        assertThat(records.unitOf(Kind.USE, "moving-letters")).isEmpty();
        assertThat(legal.get("/uses/moving-letters").status()).isEqualTo(200);
        SecurityContextHolder.clearContext();
        legal.get("/units/use/moving-letters");
        legal.post("/units/use/moving-letters", "unit", "legal");
        assertThat(legal.get("/uses/moving-letters").body()).contains("Unit: Legal");
        assertThat(sales.get("/uses/moving-letters").status()).isEqualTo(404);
        assertThat(legal.post("/units/use/moving-letters", "unit", "sales").status()).as("not one of the person's own units").isEqualTo(400);
    }
}
