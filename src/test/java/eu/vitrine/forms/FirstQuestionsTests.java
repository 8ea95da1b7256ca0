package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.registry.FirstQuestions;
import eu.vitrine.registry.Readiness;
import eu.vitrine.registry.Records;
import java.time.LocalDate;
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

/** The questions that an assessment needs first, gathered on pages of their own, and what that leaves in the sections. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstQuestionsTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String GENERALITY = "model.generality";
    private static final String CONTEXT = "model.release.context";
    private static final String CARD = "https://hub.example/lab/model";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @Autowired
    private FirstQuestions first;

    @LocalServerPort
    private int port;

    private Browser anna;
    private People people;
    private People.Person herself;
    private String slug = "";

    @BeforeAll
    void an_officer_has_signed_in() {
        people = new People(context);
        herself = people.with(Role.OFFICER);
        anna = people.signedIn(port, herself);
    }

    @BeforeEach
    void a_new_model() {
        slug = "first-model-" + COUNT.incrementAndGet();
        anna.get("/models/new");
        anna.post("/models/new", "do", "register", "record:name", "First model", "record:slug", slug, "record:shown", "1");
        people.actAs(herself);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private Browser.Page answer(String page, String act, String... fields) {
        var all = new ArrayList<>(List.of("do", act, "section:rests_on", "1"));
        all.addAll(List.of(fields));
        anna.get("/models/" + slug + "/edit/" + page);
        return anna.post("/models/" + slug + "/edit/" + page, all.toArray(String[]::new));
    }

    private void save() {
        anna.get("/models/" + slug + "/edit/check");
        anna.post("/models/" + slug + "/edit/check", "head", "1", "reason", "");
    }

    private Claim claim(String id) {
        return records.head(Kind.MODEL, slug).facts().get(id).claim();
    }

    @Test
    void an_answer_is_found_again_in_its_section_with_the_source_given_for_all() {
        answer("first", "later", "section:source_url", CARD, "section:as_of", "2026-11-20", GENERALITY + ":shown", "1", GENERALITY + ":answer", "=broad");
        assertThat(anna.get("/models/" + slug + "/edit/model-identity").body()).containsPattern("value=\"=broad\" checked").contains(CARD);
        save();
        assertThat(claim(GENERALITY).sourceUrl()).isEqualTo(CARD);
        assertThat(claim(GENERALITY).asOf()).isEqualTo(Day.of(LocalDate.of(2026, 11, 20)));
    }

    @Test
    void what_was_typed_in_a_section_stands_on_the_page_that_gathers_and_keeps_its_source() {
        answer("model-release", "later", "section:source_url", CARD, CONTEXT + ":shown", "1", CONTEXT + ":answer", "=market");
        assertThat(anna.get("/models/" + slug + "/edit/first").body()).containsPattern("value=\"=market\" checked");
        answer("first", "continue", "section:source_url", "https://other.example/", CONTEXT + ":shown", "1", CONTEXT + ":answer", "=market",
                GENERALITY + ":shown", "1", GENERALITY + ":answer", "=narrow");
        save();
        assertThat(claim(CONTEXT).value()).isNotNull();
        assertThat(claim(GENERALITY).sourceUrl()).isEqualTo("https://other.example/");
    }

    @Test
    void that_somebody_does_not_know_is_kept_and_is_an_answer() {
        int open = first.of(slug).model().open().size();
        answer("first", "continue", GENERALITY + ":shown", "1", GENERALITY + ":answer", "unknown");
        assertThat(anna.get("/models/" + slug + "/edit/check").body()).contains("I do not know");
        save();
        assertThat(claim(GENERALITY).state()).isEqualTo(State.UNKNOWN);
        assertThat(claim(GENERALITY).checkedOn()).isNotNull();
        assertThat(first.of(slug).model().open()).hasSize(open - 1).extracting(fact -> fact.id()).doesNotContain(GENERALITY);
    }

    @Test
    void a_page_opened_and_sent_as_it_was_leaves_no_draft() {
        answer("first", "continue", GENERALITY + ":shown", "1", CONTEXT + ":shown", "1");
        assertThat(context.getBean(Drafts.class).of(Kind.MODEL, slug)).isEmpty();
    }

    @Test
    void the_page_after_the_last_one_is_where_answers_are_checked() {
        assertThat(answer("first", "continue").path()).isEqualTo("/models/" + slug + "/edit/first-2");
        assertThat(answer("first-2", "continue").path()).isEqualTo("/models/" + slug + "/edit/check");
    }

    @Test
    void a_model_without_provider_and_licence_is_not_ready_whatever_is_answered() {
        Readiness readiness = first.of(slug);
        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.provider()).isFalse();
        assertThat(readiness.licence()).isFalse();
    }

    @Test
    void closed_weights_need_no_licence_and_no_answer_about_a_gate() {
        answer("first", "continue", "model.openness.weights:shown", "1", "model.openness.weights:answer", "=closed");
        save();
        assertThat(first.of(slug).licence()).isTrue();
        assertThat(first.of(slug).model().open()).extracting(fact -> fact.id()).doesNotContain("model.openness.gate", "model.openness.weights", "model.monetisation.price_for_access");
    }

    @Test
    void a_question_leads_to_the_page_on_which_it_is_asked() {
        assertThat(anna.get("/models/" + slug + "/edit/question/model.training.compute").path()).isEqualTo("/models/" + slug + "/edit/model-training");
        assertThat(anna.get("/models/" + slug + "/edit/question/model.nonsense").status()).isEqualTo(404);
    }

    @Test
    void an_error_keeps_what_was_typed_and_says_where() {
        Browser.Page wrong = answer("first", "continue", "model.release.eu_placing_date:shown", "1", "model.release.eu_placing_date:answer", "value",
                "model.release.eu_placing_date:value", "soon");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"soon\"");
    }

    @Test
    void the_home_page_leads_back_to_where_the_officer_stopped_and_nobody_else() {
        answer("model-release", "later", CONTEXT + ":shown", "1", CONTEXT + ":answer", "=market");
        assertThat(anna.get("/").body()).contains("Go on where you stopped", "/models/" + slug + "/edit/model-release");
        Browser ben = people.signedIn(port, people.with(Role.OFFICER));
        assertThat(ben.get("/").body()).doesNotContain("Go on where you stopped");
        assertThat(people.signedIn(port, people.with(Role.AUDITOR)).get("/").body()).doesNotContain("Go on where you stopped");
        save();
        assertThat(anna.get("/").body()).doesNotContain("/models/" + slug + "/edit/model-release");
    }

    @ParameterizedTest
    @CsvSource({"model:gemma-3-27b, /models/gemma-3-27b", "model:../admin, /providers/google", "https://elsewhere.example, /providers/google", "check, /providers/google"})
    void after_saving_a_person_is_back_at_the_model_asked_for_and_nowhere_else(String then, String where) {
        assertThat(new Onward(then).after(new Place(Kind.PROVIDER, "google", "Google"))).isEqualTo(where);
    }
}
