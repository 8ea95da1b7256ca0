package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.evidence.EvidenceItem;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-changes") // records are changed here that other tests compare
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesPagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void a_use_was_assessed_and_then_its_model_changed() {
        var people = new People(context);
        var person = people.with(Role.OFFICER);
        officer = people.signedIn(port, person);
        people.actAs(person);
        context.getBean(ModelRegistry.class).importRecords(Examples.files());
        Records records = context.getBean(Records.class);
        own(records, "support-replies", "Head of support");
        officer.get("/uses/support-replies");
        officer.post("/uses/support-replies/assess");
        String slug = ((FactValue.Text) records.head(Kind.USE, "support-replies").facts().get("use.model").claim().value()).value();
        Edition model = records.head(Kind.MODEL, slug);
        records.save(new Saving(Kind.MODEL, with(model.file(), Kind.MODEL, "model.generality", "narrow"), model.pin().number()), Revision.Origin.FORM, "it is narrow");
        SecurityContextHolder.clearContext();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void evidence_that_says_something_else_leads_to_what_it_is_attached_to_and_to_the_assessments_resting_on_that() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
        Records records = context.getBean(Records.class);
        Evidence evidence = context.getBean(Evidence.class);
        EvidenceItem first = evidence.upload("Terms of the model", "https://example.org/terms", "terms.txt", bytes("the terms as they were"));
        String slug = ((FactValue.Text) records.head(Kind.USE, "support-replies").facts().get("use.model").claim().value()).value();
        Edition model = records.head(Kind.MODEL, slug);
        var facts = new ArrayList<>(model.file().factsOf(Kind.MODEL).all());
        Fact chosen = facts.getFirst();
        facts.set(0, new Fact(chosen.id(), chosen.claim().with(List.of(first.content().sha256())), chosen.also()));
        records.save(new Saving(Kind.MODEL, model.file().withFacts(Kind.MODEL, Facts.of(facts)), model.pin().number()), Revision.Origin.FORM, "seen in the terms");
        assertThat(officer.get("/changes").body()).as("one version alone has not changed").doesNotContain("Evidence that changed");
        evidence.upload("Terms of the model", "https://example.org/terms", "terms.txt", bytes("the terms as they are now"));
        SecurityContextHolder.clearContext();
        String body = officer.get("/changes").body();
        assertThat(body).contains("Evidence that changed");
        String changed = body.substring(body.indexOf("Evidence that changed"), body.indexOf("Dates of the law"));
        assertThat(changed).contains("Terms of the model").contains("href=\"/models/" + slug + "\"").contains("href=\"/uses/support-replies/assessments/1\"");
        assertThat(people.signedIn(port, people.with(Role.PROCUREMENT)).get("/changes").body()).doesNotContain("Terms of the model");
    }

    private static void own(Records records, String use, String owner) {
        Edition head = records.head(Kind.USE, use);
        records.save(new Saving(Kind.USE, with(head.file(), Kind.USE, "use.owner", owner), head.pin().number()), Revision.Origin.FORM, null);
    }

    private static RecordFile with(RecordFile file, Kind kind, String fact, String value) {
        var facts = new ArrayList<>(file.factsOf(kind).all());
        facts.removeIf(one -> one.id().equals(fact));
        facts.add(new Fact(fact, Claim.of(new FactValue.Text(value)), List.of()));
        return file.withFacts(kind, Facts.of(facts));
    }

    @Test
    void what_changed_is_named_with_who_changed_it_and_what_rests_on_it() {
        String body = officer.get("/changes").body();
        assertThat(body).contains("Generality").contains("entered in a form").containsPattern("href=\"/uses/support-replies/assessments/1\"");
    }

    @Test
    void the_owner_of_a_use_is_told_why_its_assessment_is_out_of_date() {
        String body = officer.get("/changes").body();
        assertThat(body.indexOf("Head of support")).isPositive().isLessThan(body.indexOf("No owner is named"));
        String owned = body.substring(body.indexOf("Head of support"), body.indexOf("No owner is named"));
        assertThat(owned).contains("/uses/support-replies").containsPattern("revision 2|revision");
        assertThat(body.substring(body.indexOf("No owner is named"))).contains("It was never assessed.");
    }

    @Test
    void facts_whose_source_was_seen_too_long_ago_are_counted_with_their_record() {
        assertThat(officer.get("/changes").body()).contains("due to be looked up again").contains("last seen");
    }

    @Test
    void a_week_in_which_nothing_happened_says_so_and_a_day_ahead_shows_this_week() {
        assertThat(officer.get("/changes?week=2020-02-05").body()).contains("Nothing changed in this week").contains("3 February 2020 to 9 February 2020");
        assertThat(officer.get("/changes?week=2999-01-01").body()).contains("23 November 2026 to 29 November 2026");
        assertThat(officer.get("/changes?week=nonsense").status()).isEqualTo(200);
    }

    @Test
    void dates_of_the_law_within_the_week_stand_there() {
        assertThat(officer.get("/changes?week=2026-08-02").body()).contains("2 August 2026");
    }
}
