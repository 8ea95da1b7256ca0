package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The pages of forms as a browser without scripts sees them. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsPagesTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String COMPUTE = "model.training.compute";
    private static final String TOKENS = "model.training.tokens";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @LocalServerPort
    private int port;

    private People people;
    private Browser anna;
    private Browser ben;
    private People.Person annaHerself;
    private String slug = "";

    @BeforeAll
    void two_officers_have_signed_in() {
        people = new People(context);
        annaHerself = people.with(Role.OFFICER);
        anna = people.signedIn(port, annaHerself);
        ben = people.signedIn(port, people.with(Role.OFFICER));
    }

    @BeforeEach
    void a_new_model() {
        slug = "form-model-" + COUNT.incrementAndGet();
        anna.get("/models/new");
        anna.post("/models/new", "do", "register", "record:name", "Form model", "record:slug", slug, "record:shown", "1");
        people.actAs(annaHerself);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private Browser.Page answer(Browser who, String page, int restsOn, String act, String... fields) {
        var all = new ArrayList<>(List.of("do", act, "section:rests_on", "" + restsOn));
        all.addAll(List.of(fields));
        who.get("/models/" + slug + "/edit/" + page);
        return who.post("/models/" + slug + "/edit/" + page, all.toArray(String[]::new));
    }

    private static String[] figure(String id, String figure) {
        return new String[] {id + ":shown", "1", id + ":answer", "value", id + ":value", figure};
    }

    private Browser.Page save(Browser who, int head, String reason) {
        who.get("/models/" + slug + "/edit/check");
        return who.post("/models/" + slug + "/edit/check", "head", "" + head, "reason", reason);
    }

    private Fact fact(String id) {
        return records.head(Kind.MODEL, slug).facts().get(id);
    }

    private static String number(Fact fact) {
        return ((FactValue.Amount) fact.claim().value()).value().toString();
    }

    @ParameterizedTest
    @CsvSource({"models, deepseek-r1", "providers, google", "licences, mit", "services, deepseek-r1-deepseek"})
    void every_section_of_every_kind_can_be_opened(String list, String slug) {
        Kind kind = Places.kind(list);
        String record = kind == Kind.SERVICE ? context.getBean(eu.vitrine.registry.ModelRegistry.class).all(kind).getFirst().slug() : slug;
        assertThat(anna.get("/" + list + "/" + record + "/edit").status()).isEqualTo(200);
        for (FormPage page : context.getBean(FormPages.class).of(kind)) {
            Browser.Page shown = anna.get("/" + list + "/" + record + "/edit/" + page.id());
            assertThat(shown.status()).as(page.id()).isEqualTo(200);
            assertThat(shown.body()).as(page.id()).doesNotContain("??forms.");
        }
        assertThat(anna.get("/" + list + "/" + record + "/edit/check").status()).isEqualTo(200);
    }

    @Test
    void a_use_is_registered_and_edited_like_the_rest() {
        String use = "form-use-" + COUNT.incrementAndGet();
        anna.get("/uses/new");
        assertThat(anna.post("/uses/new", "do", "register", "record:name", "Form use", "record:slug", use, "record:shown", "1").path()).isEqualTo("/uses/" + use + "/edit");
        for (FormPage page : context.getBean(FormPages.class).of(Kind.USE)) {
            assertThat(anna.get("/uses/" + use + "/edit/" + page.id()).status()).as(page.id()).isEqualTo(200);
        }
    }

    @Test
    void the_list_of_tasks_counts_complete_sections_in_words() {
        answer(anna, "model-training", 1, "continue", "section:done", "yes");
        assertThat(anna.get("/models/" + slug + "/edit").body()).containsPattern("1 of \\d+ sections complete").contains("Complete", "Not started");
    }

    @Test
    void errors_stand_above_and_beside_and_what_was_typed_stays() {
        Browser.Page page = answer(anna, "model-training", 1, "continue", COMPUTE + ":shown", "1", COMPUTE + ":answer", "value", COMPUTE + ":value",
                "about 3e24 <b>", TOKENS + ":shown", "1", TOKENS + ":answer", "absent", "section:as_of", "2026-13-45");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<title>Error: ", "There is a problem", "autofocus", "href=\"#section:as_of\"", "value=\"2026-13-45\"",
                "href=\"#" + COMPUTE + ":value\"", "“Date of the source” must be a date",
                "value=\"about 3e24 &lt;b&gt;\"");
        page = answer(anna, "model-training", 1, "continue", COMPUTE + ":shown", "1", COMPUTE + ":answer", "value", COMPUTE + ":value", "about 3e24",
                TOKENS + ":shown", "1", TOKENS + ":answer", "absent");
        assertThat(page.body()).contains("href=\"#" + COMPUTE + ":value\"", "“Training compute” must be a number, not &quot;about 3e24&quot;",
                "id=\"" + COMPUTE + ":value-error\"", "value=\"about 3e24\"", "href=\"#" + TOKENS + ":searched_where\"", "say where you searched");
        assertThat(fact(COMPUTE).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void answers_become_one_revision_when_they_are_saved_with_the_source_of_the_section() {
        answer(anna, "model-training", 1, "continue", COMPUTE + ":shown", "1", COMPUTE + ":answer", "value", COMPUTE + ":value", "3.8e24", "section:source_url",
                "https://example.org/card", "section:as_of", "2026-10");
        answer(anna, "model-openness", 1, "continue", "model.openness.weights:shown", "1", "model.openness.weights:answer", "=open");
        assertThat(records.head(Kind.MODEL, slug).pin().number()).isEqualTo(1);
        assertThat(anna.get("/models/" + slug + "/edit/check").body()).contains("2 answers change", "Training compute", "until now:", "Without an answer yet");
        Browser.Page saved = save(anna, 1, "Read the card");
        assertThat(saved.path()).isEqualTo("/models/" + slug);
        assertThat(saved.body()).contains("Saved as revision 2.");
        Revision revision = records.head(Kind.MODEL, slug).revision();
        assertThat(revision.origin()).isEqualTo(Revision.Origin.FORM);
        assertThat(revision.reason()).isEqualTo("Read the card");
        assertThat(fact(COMPUTE).claim().sourceUrl()).isEqualTo("https://example.org/card");
        assertThat(fact("model.openness.weights").claim().sourceUrl()).isNull();
        assertThat(anna.get("/models/" + slug + "/edit").body()).doesNotContain("your unsaved input");
    }

    @Test
    void a_draft_outlives_signing_out_and_is_seen_by_its_owner_alone() {
        answer(anna, "model-training", 1, "later", figure(COMPUTE, "not yet a number"));
        anna.get("/models");
        anna.post("/sign-out");
        Browser again = people.signedIn(port, annaHerself);
        assertThat(again.get("/models/" + slug + "/edit").body()).contains("your unsaved input of");
        assertThat(again.get("/models/" + slug + "/edit/model-training").body()).contains("value=\"not yet a number\"", "You see your unsaved input");
        assertThat(ben.get("/models/" + slug + "/edit/model-training").body()).doesNotContain("not yet a number").contains("A colleague has unsaved input here: Person ");
        anna = again;
    }

    @Test
    void whoever_comes_back_after_the_session_ended_is_led_to_the_same_section() {
        answer(anna, "model-training", 1, "later", figure(COMPUTE, "7e24"));
        var stranger = new Browser(port);
        assertThat(stranger.get("/models/" + slug + "/edit/model-training").path()).startsWith("/sign-in?returnTo=");
        Browser.Page back = stranger.post("/sign-in", "name", annaHerself.name(), "password", People.PASSWORD, "returnTo", "/models/" + slug + "/edit/model-training");
        assertThat(back.path()).isEqualTo("/models/" + slug + "/edit/model-training");
        assertThat(back.body()).contains("value=\"7e24\"");
    }

    @Test
    void discarding_a_draft_asks_first_and_leaves_the_record_as_it_was() {
        answer(anna, "model-training", 1, "later", figure(COMPUTE, "7e24"));
        assertThat(anna.get("/models/" + slug + "/edit/model-training/discard").body()).contains("Discard your unsaved input?", "Training", "Form model");
        assertThat(anna.post("/models/" + slug + "/edit/model-training/discard").body()).contains("is gone");
        assertThat(anna.get("/models/" + slug + "/edit/model-training").body()).doesNotContain("7e24");
        assertThat(records.head(Kind.MODEL, slug).pin().number()).isEqualTo(1);
    }

    @Test
    void two_officers_who_answer_different_questions_both_keep_their_answers() {
        answer(anna, "model-training", 1, "continue", figure(COMPUTE, "3e24"));
        answer(ben, "model-training", 1, "continue", figure(TOKENS, "2e12"));
        save(ben, 1, "");
        assertThat(anna.get("/models/" + slug + "/edit/check").body()).contains("Your answers and theirs do not touch each other");
        save(anna, 2, "");
        assertThat(number(fact(COMPUTE))).isEqualTo("3E+24");
        assertThat(number(fact(TOKENS))).isEqualTo("2000000000000");
        assertThat(records.head(Kind.MODEL, slug).revision().origin()).isEqualTo(Revision.Origin.MERGE);
    }

    @Test
    void two_officers_who_answer_the_same_question_see_three_columns_and_one_chooses() {
        answer(anna, "model-training", 1, "continue", figure(COMPUTE, "3e24"));
        answer(ben, "model-training", 1, "continue", figure(COMPUTE, "5e24"));
        save(ben, 1, "");
        Browser.Page conflict = anna.get("/models/" + slug + "/edit/check");
        assertThat(conflict.path()).isEqualTo("/models/" + slug + "/edit/conflict");
        assertThat(conflict.body()).contains("You had", "Saved meanwhile by Person ", "Yours", "3 × 10²⁴", "5 × 10²⁴");
        assertThat(anna.post("/models/" + slug + "/edit/conflict", "head", "2", "reason", "").status()).isEqualTo(422);
        anna.post("/models/" + slug + "/edit/conflict", "head", "2", "reason", "Newer source", "choice:" + COMPUTE, "mine");
        assertThat(number(fact(COMPUTE))).isEqualTo("3E+24");
        assertThat(records.head(Kind.MODEL, slug).revision().origin()).isEqualTo(Revision.Origin.MERGE);
        assertThat(number(records.revision(Kind.MODEL, slug, 2).facts().get(COMPUTE))).isEqualTo("5E+24");
    }

    @Test
    void a_third_person_who_saves_during_the_choice_loses_nothing_for_anybody() {
        answer(anna, "model-training", 1, "continue", figure(COMPUTE, "3e24"));
        answer(ben, "model-training", 1, "continue", figure(COMPUTE, "5e24"));
        save(ben, 1, "");
        anna.get("/models/" + slug + "/edit/conflict");
        answer(ben, "model-training", 2, "continue", figure(COMPUTE, "6e24"));
        save(ben, 2, "");
        Browser.Page again = anna.post("/models/" + slug + "/edit/conflict", "head", "2", "reason", "mine is right", "choice:" + COMPUTE, "mine");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("saved the record again a moment ago", "6 × 10²⁴", "3 × 10²⁴", "mine is right");
        assertThat(number(fact(COMPUTE))).isEqualTo("6E+24");
        anna.post("/models/" + slug + "/edit/conflict", "head", "3", "reason", "mine is right", "choice:" + COMPUTE, "mine");
        assertThat(number(fact(COMPUTE))).isEqualTo("3E+24");
    }

    @Test
    void a_save_on_a_revision_that_moved_on_asks_to_look_again_and_keeps_the_draft() {
        answer(anna, "model-training", 1, "continue", figure(COMPUTE, "3e24"));
        anna.get("/models/" + slug + "/edit/check");
        answer(ben, "model-training", 1, "continue", figure(TOKENS, "2e12"));
        save(ben, 1, "");
        Browser.Page page = anna.post("/models/" + slug + "/edit/check", "head", "1", "reason", "");
        assertThat(page.path()).isEqualTo("/models/" + slug + "/edit/check");
        assertThat(page.body()).contains("saved the record a moment ago", "3 × 10²⁴");
    }

    @Test
    void questions_that_another_answer_makes_pointless_are_not_asked() {
        String use = "form-use-" + COUNT.incrementAndGet();
        anna.get("/uses/new");
        anna.post("/uses/new", "do", "register", "record:name", "Form use", "record:slug", use, "record:shown", "1");
        String page = "/uses/" + use + "/edit/use-safeguards";
        assertThat(anna.get(page).body()).contains("use.coding:shown");
        String asked = anna.get(page).body();
        anna.post(page, "do", "later", "section:rests_on", "1", "use.coding:shown", "1", "use.coding:answer", "=false");
        assertThat(asked).doesNotContain("Not asked, because of other answers");
        assertThat(anna.get(page).body()).contains("Not asked, because of other answers");
    }

    @Test
    void rows_are_added_and_removed_without_a_script() {
        String table = "model.lineage.bases";
        String page = "/models/" + slug + "/edit/model-lineage";
        anna.get(page);
        anna.post(page, "do", "row-add " + table + ":row", "section:rests_on", "1", table + ":shown", "1", table + ":answer", "value", table + ":rows", "1",
                table + ":row:0:model", "first", table + ":row:0:relation", "merge");
        assertThat(anna.get(page).body()).contains(table + ":row:1:model", "value=\"first\"");
        anna.post(page, "do", "row-remove " + table + ":row 0", "section:rests_on", "1", table + ":shown", "1", table + ":answer", "value", table + ":rows", "2",
                table + ":row:0:model", "first", table + ":row:1:model", "second", table + ":row:1:source_url", "https://example.org/second", table + ":complete", "false");
        assertThat(anna.get(page).body()).contains("value=\"second\"", "https://example.org/second").doesNotContain("value=\"first\"", table + ":row:1:model");
        save(anna, 1, "");
        var rows = (FactValue.Rows) fact(table).claim().value();
        assertThat(rows.rows()).singleElement().matches(row -> "https://example.org/second".equals(row.sourceUrl()));
    }

    @Test
    void a_model_is_registered_with_a_provider_and_a_licence_that_are_new_in_one_step() {
        anna.get("/models/new");
        String name = "Brand " + COUNT.incrementAndGet();
        Browser.Page page = anna.post("/models/new", "do", "register", "record:shown", "1", "record:name", "Model of " + name, "record:version", "1.0", "record:provider_new", name,
                "record:licence:rows", "1", "record:licence:0:slug", "Apache 2.0", "record:licence:0:artefacts", "weights", "record:service:rows", "1");
        if (page.status() == 422) {
            page = anna.post("/models/new", "do", "register", "record:shown", "1", "record:name", "Model of " + name, "record:version", "1.0", "record:provider_new", name,
                    "record:licence:rows", "1", "record:licence:0:slug", "apache-2-0", "record:licence:0:artefacts", "weights", "record:service:rows", "1");
        }
        String made = page.path().replace("/models/", "").replace("/edit", "");
        assertThat(made).isEqualTo(IdentityForm.proposed("Model of " + name));
        var file = records.head(Kind.MODEL, made).file();
        assertThat(file.provider()).isNotNull();
        assertThat(file.provider().slug()).isEqualTo(IdentityForm.proposed(name));
        assertThat(file.licences()).singleElement().matches(licence -> Identity.artefacts(licence).equals(List.of("weights")));
        assertThat(records.head(Kind.PROVIDER, IdentityForm.proposed(name)).file().name()).isEqualTo(name);
        assertThat(anna.get("/models/" + made).status()).isEqualTo(200);
    }

    @Test
    void a_reference_to_nothing_is_refused_and_a_slug_that_is_taken_too() {
        anna.get("/models/new");
        Browser.Page page = anna.post("/models/new", "do", "register", "record:shown", "1", "record:name", "X", "record:slug", slug, "record:provider", "nobody-at-all");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is no provider “nobody-at-all”", "is taken; choose another", "value=\"nobody-at-all\"");
    }

    @Test
    void choosing_another_source_needs_a_reason_and_keeps_the_one_chosen_before() {
        answer(anna, "model-training", 1, "continue", figure(COMPUTE, "3e24"));
        save(anna, 1, "");
        String page = "/models/" + slug + "/sources/" + COMPUTE;
        anna.get(page);
        assertThat(anna.post(page, "do", "add", "head", "2", "claim:shown", "1", "claim:answer", "value", "claim:value", "5e24", "claim:source_url",
                "https://arxiv.org/abs/1").body()).contains("2 sources speak of it and contradict each other", "Study");
        assertThat(anna.post(page, "do", "choose", "head", "3", "chosen", "1", "reason", " ").body()).contains("Say why this source is chosen");
        anna.post(page, "do", "choose", "head", "3", "chosen", "1", "reason", "The study measured it");
        Fact fact = fact(COMPUTE);
        assertThat(number(fact)).isEqualTo("5E+24");
        assertThat(fact.chosenBecause()).isEqualTo("The study measured it");
        assertThat(fact.also()).hasSize(1);
    }

    @Test
    void an_answer_rests_on_archived_bytes_chosen_by_title_and_on_no_others() {
        String sha256 = context.getBean(Evidence.class).upload("Model card of October", "", "card.txt",
                new ByteArrayInputStream(("card " + slug).getBytes(StandardCharsets.UTF_8))).content().sha256();
        assertThat(anna.get("/models/" + slug + "/edit/model-training").body()).contains("<option value=\"" + sha256 + "\" label=\"Model card of October\"");
        Browser.Page page = answer(anna, "model-training", 1, "continue", COMPUTE + ":shown", "1", COMPUTE + ":answer", "value", COMPUTE + ":value", "3e24",
                COMPUTE + ":evidence", "ab".repeat(32));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("No archived bytes have the SHA-256", "href=\"#" + COMPUTE + ":evidence\"");
        answer(anna, "model-training", 1, "continue", COMPUTE + ":shown", "1", COMPUTE + ":answer", "value", COMPUTE + ":value", "3e24", "section:evidence_add", sha256);
        save(anna, 1, "");
        assertThat(fact(COMPUTE).claim().evidence()).containsExactly(sha256);
    }

    @Test
    void judgements_are_shown_and_not_offered() {
        String body = anna.get("/models/" + slug + "/edit/model-safety").body();
        assertThat(body).contains("Judged, not entered").doesNotContain("model.safety.risk_assessment_adequate:answer");
    }

    @Test
    void an_answer_that_contradicts_another_is_refused_and_says_which() {
        Browser.Page page = answer(anna, "model-modalities-architecture", 1, "continue", "model.architecture.parameters_total:shown", "1",
                "model.architecture.parameters_total:answer", "value", "model.architecture.parameters_total:value", "7e9", "model.architecture.parameters_active:shown", "1",
                "model.architecture.parameters_active:answer", "value", "model.architecture.parameters_active:value", "9e9");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("does not fit with “");
    }

    @Test
    void only_officers_edit() {
        Browser auditor = people.signedIn(port, people.with(Role.AUDITOR));
        for (String path : List.of("/models/new", "/models/" + slug + "/edit", "/models/" + slug + "/edit/name", "/models/" + slug + "/sources/" + COMPUTE)) {
            assertThat(auditor.get(path).status()).as(path).isEqualTo(403);
        }
    }
}
