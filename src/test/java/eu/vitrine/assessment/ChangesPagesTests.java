package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.Units;
import eu.vitrine.api.DescribedApi;
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
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        own(records, "support-replies", "Head of support", null);
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
        assertThat(changed).as("whom to ask").contains("href=\"#owner-0\">Head of support");
        assertThat(owned(body)).contains("Evidence it rests on says something else now:").contains(">Terms of the model</a>, attached to <a href=\"/models/" + slug + "\"");
        JsonNode answer = answer("");
        assertThat(answer.path("evidence").get(0).path("owners").get(0).stringValue()).isEqualTo("Head of support");
        assertThat(answer.path("owners").get(0).path("uses").get(0).path("evidence").get(0).path("title").stringValue()).isEqualTo("Terms of the model");
        assertThat(answer.path("owners").get(0).path("uses").get(0).path("evidence").get(0).path("attachedTo").get(0).path("slug").stringValue()).isEqualTo(slug);
        people.actAs(people.with(Role.OFFICER));
        EvidenceItem third = evidence.upload("Terms of the model", "https://example.org/terms", "terms.txt", bytes("the terms as they are at last"));
        SecurityContextHolder.clearContext();
        assertThat(answer("").path("evidence").valueStream().map(one -> one.path("path").stringValue())).as("of a source the newest alone").containsExactly(third.path());
        var buyer = people.signedIn(port, people.with(Role.PROCUREMENT));
        assertThat(buyer.get("/changes").body()).doesNotContain("Terms of the model");
        assertThat(buyer.get("/api/v1/changes").body()).contains("Head of support").doesNotContain("Terms of the model");
    }

    @Test
    void evidence_that_cannot_be_read_leads_to_the_owner_of_the_use_that_it_is_attached_to() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
        Records records = context.getBean(Records.class);
        String sha256 = context.getBean(Evidence.class).upload("Contract of the service", "https://example.org/contract", "contract.txt", bytes("a contract")).content().sha256();
        Edition use = records.head(Kind.USE, "meeting-notes");
        own(records, "meeting-notes", "Office of the board", sha256);
        SecurityContextHolder.clearContext();
        assertThat(officer.get("/changes").body()).doesNotContain("Evidence that cannot be read");
        context.getBean(JdbcClient.class).sql("UPDATE evidence_content SET damage = 'ALTERED' WHERE sha256 = ?").param(sha256).update();
        String body = officer.get("/changes").body();
        String owned = body.substring(body.indexOf(">Office of the board"), body.indexOf(">No owner is named"));
        assertThat(owned).contains("Evidence it rests on cannot be read:").contains(">Contract of the service</a>, attached to <a href=\"/uses/meeting-notes\"");
        JsonNode damaged = answer("").path("damaged");
        assertThat(damaged.size()).isEqualTo(1);
        assertThat(damaged.get(0).path("attachedTo").get(0).path("label").stringValue()).isEqualTo(use.file().name());
        assertThat(damaged.get(0).path("owners").get(0).stringValue()).isEqualTo("Office of the board");
    }

    private static String owned(String body) {
        return body.substring(body.indexOf(">Head of support"), body.indexOf(">", body.indexOf("<h3", body.indexOf(">Head of support"))));
    }

    private JsonNode answer(String query) {
        var page = officer.get("/api/v1/changes" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(new DescribedApi(JsonMapper.shared().readTree(officer.get("/api/v1/openapi.json").body())).faultsOf("GET", "/api/v1/changes" + query, page)).isEmpty();
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void programs_are_told_what_the_page_shows_in_its_words_and_with_its_links() {
        String page = HtmlUtils.htmlUnescape(officer.get("/changes").body());
        JsonNode answer = answer("");
        assertThat(answer.path("week").stringValue()).isEqualTo("2026-W48");
        assertThat(answer.path("changes").size()).isPositive();
        assertThat(answer.path("owners").get(0).path("uses").get(0).path("reasons").size()).isPositive();
        for (String key : List.of("name", "path", "how", "what", "reasons", "fact", "title", "by")) {
            answer.findValues(key).forEach(value -> (value.isArray() ? value.valueStream() : Stream.of(value)).filter(JsonNode::isString)
                    .forEach(said -> assertThat(page).as(key).contains(said.stringValue())));
        }
        answer.findValues("sections").forEach(sections -> sections.forEach(section -> assertThat(page).contains(section.path("label").stringValue() + ":</b> "
                + section.path("facts").get(0).path("label").stringValue())));
        assertThat(page).contains(answer.path("records").intValue() + " records changed.", answer.path("uses").intValue() + " uses should be looked at again.");
    }

    @Test
    void a_week_is_asked_for_by_name_or_by_day_and_what_is_none_is_refused_with_what_is_accepted() {
        assertThat(answer("?week=2026-W31")).isEqualTo(answer("?week=2026-08-02"));
        assertThat(answer("?week=2026-W31").path("law").findValuesAsString("date")).contains("2026-08-02");
        assertThat(answer("?week=2026-W31").path("after").stringValue()).isEqualTo("2026-W32");
        assertThat(answer("?week=2020-W06").path("quiet").booleanValue()).isTrue();
        assertThat(officer.get("/changes?week=2026-W31").body()).contains("27 July 2026 to 2 August 2026").contains("week=2026-W32");
        for (String none : List.of("nonsense", "2026-W54", "2026-W49", "1999-W01")) {
            var refused = officer.get("/api/v1/changes?week=" + none);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(JsonMapper.shared().readTree(refused.body()).path("detail").stringValue()).isEqualTo("\"" + none
                    + "\" is no week that can be looked back at. Give one from 2000-W01 to 2026-W48, written so, or any of its days, written as 2026-11-23.");
        }
    }

    @Test
    void changed_facts_stand_under_their_sections_in_the_order_of_the_vocabulary() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
        Records records = context.getBean(Records.class);
        Edition model = records.head(Kind.MODEL, "gemma-3-27b");
        RecordFile file = model.file();
        for (String truth : List.of("model.summary.trained_after_cutoff", "model.summary.on_template", "model.summary.names_this_model")) {
            file = with(file, Kind.MODEL, new Fact(truth, Claim.of(new FactValue.Truth(true)), List.of()));
        }
        for (String text : List.of("model.summary.version", "model.summary.url", "model.identifiers.hub_id")) {
            file = with(file, Kind.MODEL, text, "https://example.org/another");
        }
        records.save(new Saving(Kind.MODEL, file, model.pin().number()), Revision.Origin.FORM, "they published another");
        SecurityContextHolder.clearContext();
        JsonNode sections = answer("").path("changes").valueStream().filter(change -> change.path("record").path("slug").stringValue().equals("gemma-3-27b"))
                .findFirst().orElseThrow().path("sections");
        assertThat(sections.valueStream().map(section -> section.path("id").stringValue())).containsExactly("model-identity", "model-summary");
        assertThat(sections.get(1).path("facts").valueStream().map(fact -> fact.path("id").stringValue()))
                
                .containsExactly("model.summary.url", "model.summary.version", "model.summary.names_this_model", "model.summary.on_template", "model.summary.trained_after_cutoff");
        assertThat(officer.get("/changes").body()).containsPattern("Public summary of training content:</b> Public summary, Version of the summary, [^,<]+, [^,<]+ and 1 more<");
    }

    @Test
    void of_many_assessments_resting_on_a_record_eight_are_named_and_the_others_are_mentioned() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
        Records records = context.getBean(Records.class);
        List<String> models = context.getBean(ModelRegistry.class).all(Kind.MODEL).stream().map(RecordName::slug)
                .filter(slug -> records.head(Kind.MODEL, slug).file().licences().stream().anyMatch(licence -> licence.slug().equals("apache-2-0"))).limit(9).toList();
        assertThat(models).hasSize(9);
        models.forEach(context.getBean(Assessments.class)::assess);
        Edition licence = records.head(Kind.LICENCE, "apache-2-0");
        records.save(new Saving(Kind.LICENCE, with(licence.file(), Kind.LICENCE, "licence.id", "Apache-2"), licence.pin().number()), Revision.Origin.FORM, null);
        SecurityContextHolder.clearContext();
        JsonNode change = answer("").path("changes").valueStream().filter(one -> one.path("record").path("slug").stringValue().equals("apache-2-0")).findFirst().orElseThrow();
        assertThat(change.path("assessments").size()).isEqualTo(8);
        assertThat(change.path("furtherAssessments").booleanValue()).isTrue();
        assertThat(officer.get("/changes").body()).containsOnlyOnce("</a> and others");
    }

    @Test
    void people_of_another_unit_are_told_nothing_of_a_use_and_what_to_check_about_it() {
        var people = new People(context);
        var units = context.getBean(Units.class);
        people.actAs(people.with(Role.ADMINISTRATOR));
        String here = units.add("Changes here").orElseThrow().slug();
        String there = units.add("Changes there").orElseThrow().slug();
        people.actAs(people.of(people.with(Role.OFFICER), here, there));
        Records records = context.getBean(Records.class);
        records.moveTo(Kind.USE, "product-chat", here);
        SecurityContextHolder.clearContext();
        assertThat(people.signedIn(port, people.of(people.with(Role.OFFICER), here)).get("/api/v1/changes").body()).contains("/uses/product-chat");
        assertThat(people.signedIn(port, people.of(people.with(Role.OFFICER), there)).get("/api/v1/changes").body()).doesNotContain("/uses/product-chat").contains("/uses/support-replies");
    }

    /** @param evidence bytes that say so, or null */
    private static void own(Records records, String use, String owner, @Nullable String evidence) {
        Edition head = records.head(Kind.USE, use);
        Claim claim = Claim.of(new FactValue.Text(owner));
        records.save(new Saving(Kind.USE, with(head.file(), Kind.USE, new Fact("use.owner", evidence == null ? claim : claim.with(List.of(evidence)), List.of())),
                head.pin().number()), Revision.Origin.FORM, null);
    }

    private static RecordFile with(RecordFile file, Kind kind, String fact, String value) {
        return with(file, kind, new Fact(fact, Claim.of(new FactValue.Text(value)), List.of()));
    }

    private static RecordFile with(RecordFile file, Kind kind, Fact fact) {
        var facts = new ArrayList<>(file.factsOf(kind).all());
        facts.removeIf(one -> one.id().equals(fact.id()));
        facts.add(fact);
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
        assertThat(officer.get("/changes?week=nonsense").body()).contains("23 November 2026 to 29 November 2026", "is no week that can be looked back at, so this week is shown");
    }

    @Test
    void dates_of_the_law_within_the_week_stand_there() {
        assertThat(officer.get("/changes?week=2026-08-02").body()).contains("2 August 2026");
    }
}
