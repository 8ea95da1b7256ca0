package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.AtOnce;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.StaleRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What drafts and merging must keep on every database the product runs on. */
abstract class DraftsContract {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PAGE = "model-training";
    private static final String COMPUTE = "model.training.compute";
    private static final String TOKENS = "model.training.tokens";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Edits edits;

    @Autowired
    private Completed completed;

    @Autowired
    private Records records;

    @Autowired
    private AuditTrail trail;

    private People people;
    private People.Person anna;
    private People.Person ben;
    private String slug = "";

    @BeforeEach
    void a_model_and_two_officers() {
        people = new People(context);
        anna = people.with(Role.OFFICER, Role.AUDITOR);
        ben = people.with(Role.OFFICER);
        people.actAs(anna);
        slug = "draft-" + COUNT.incrementAndGet();
        records.save(new Saving(Kind.MODEL, RecordFile.ofModel(slug, "Draft model", null, null), 0), Revision.Origin.FORM, null);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private static Input figure(String id, String figure) {
        return Input.none().with(id + ":shown", "1").with(id + ":answer", "value").with(id + ":value", figure);
    }

    private void keep(int restsOn, Input input) {
        drafts.keep(Kind.MODEL, slug, PAGE, restsOn, input);
    }

    private String figure(String id) {
        return records.head(Kind.MODEL, slug).facts().get(id).claim().value() instanceof FactValue.Amount amount ? String.valueOf(amount.value()) : "";
    }

    @Test
    void a_draft_is_kept_exactly_and_belongs_to_one_person() {
        Input typed = figure(COMPUTE, "about <3e24> \"or so\"\n模型");
        keep(1, typed);
        assertThat(drafts.of(Kind.MODEL, slug, PAGE)).hasValueSatisfying(draft -> assertThat(draft.input()).isEqualTo(typed));
        people.actAs(ben);
        assertThat(drafts.of(Kind.MODEL, slug)).isEmpty();
        assertThat(drafts.colleagues(Kind.MODEL, slug, PAGE)).extracting(Drafts.Colleague::name).containsExactly("Person " + anna.name());
    }

    @Test
    void the_drafts_of_a_person_are_found_over_all_records_and_no_more_than_asked_for() {
        keep(1, figure(COMPUTE, "3e24"));
        drafts.keep(Kind.MODEL, slug, "model-lineage", 1, Input.none());
        assertThat(drafts.newest(100)).extracting(Drafts.Begun::page, Drafts.Begun::slug).contains(org.assertj.core.api.Assertions.tuple(PAGE, slug));
        assertThat(drafts.newest(1)).hasSize(1);
        people.actAs(ben);
        assertThat(drafts.newest(100)).extracting(Drafts.Begun::slug).doesNotContain(slug);
    }

    @Test
    void a_question_that_is_not_asked_any_more_keeps_what_was_typed() {
        keep(1, figure(COMPUTE, "3e24").and(figure(TOKENS, "5")));
        keep(1, figure(COMPUTE, "4e24"));
        Input kept = drafts.of(Kind.MODEL, slug, PAGE).orElseThrow().input();
        assertThat(kept.text(COMPUTE + ":value")).isEqualTo("4e24");
        assertThat(kept.text(TOKENS + ":value")).isEqualTo("5");
    }

    @RepeatedTest(5)
    void windows_of_one_person_that_keep_different_questions_at_once_lose_none_of_them() throws Exception {
        List<String> facts = context.getBean(FormPages.class).find(Kind.MODEL, PAGE).orElseThrow().asked().stream().map(fact -> fact.id()).limit(6).toList();
        assertThat(facts).hasSize(6);
        List<Callable<java.time.Instant>> windows = facts.stream().<Callable<java.time.Instant>>map(fact ->
                () -> drafts.keep(Kind.MODEL, slug, PAGE, 1, figure(fact, "of " + fact))).toList();
        AtOnce.each(windows);
        AtOnce.each(windows);
        Draft kept = drafts.of(Kind.MODEL, slug, PAGE).orElseThrow();
        assertThat(facts).allSatisfy(fact -> assertThat(kept.input().text(fact + ":value")).isEqualTo("of " + fact));
        assertThat(kept.version()).isEqualTo(12);
    }

    @RepeatedTest(5)
    void a_draft_that_is_discarded_while_it_is_kept_is_there_whole_or_not_at_all() throws Exception {
        Input typed = figure(COMPUTE, "3e24").and(figure(TOKENS, "5"));
        keep(1, figure(COMPUTE, "1e24"));
        AtOnce.each(List.<Callable<Boolean>>of(() -> {
            keep(1, typed);
            return true;
        }, () -> {
            drafts.discard(Kind.MODEL, slug, PAGE);
            return true;
        }));
        assertThat(drafts.of(Kind.MODEL, slug, PAGE).map(Draft::input)).satisfiesAnyOf(
                left -> assertThat(left).isEmpty(), left -> assertThat(left).contains(typed));
    }

    @Test
    void saving_removes_the_draft_and_leaves_what_was_typed_after_it_was_read() {
        keep(1, figure(COMPUTE, "3e24"));
        Changes read = edits.changes(Kind.MODEL, slug);
        keep(1, figure(COMPUTE, "4e24"));
        edits.save(read, Set.of(), null);
        assertThat(figure(COMPUTE)).isEqualTo("3E+24");
        assertThat(drafts.of(Kind.MODEL, slug, PAGE)).hasValueSatisfying(draft -> assertThat(draft.input().text(COMPUTE + ":value")).isEqualTo("4e24"));
        Changes later = edits.changes(Kind.MODEL, slug);
        assertThat(later.conflicts()).containsExactly(COMPUTE);
    }

    @Test
    void a_save_on_a_head_that_moved_on_is_refused_and_the_draft_stays() {
        keep(1, figure(COMPUTE, "3e24"));
        Changes read = edits.changes(Kind.MODEL, slug);
        people.actAs(ben);
        keep(1, figure(TOKENS, "7"));
        edits.save(edits.changes(Kind.MODEL, slug), Set.of(), null);
        people.actAs(anna);
        assertThatThrownBy(() -> edits.save(read, Set.of(), null)).isInstanceOf(StaleRevision.class);
        assertThat(drafts.of(Kind.MODEL, slug, PAGE)).isPresent();
        edits.save(edits.changes(Kind.MODEL, slug), Set.of(), null);
        assertThat(figure(COMPUTE)).isEqualTo("3E+24");
        assertThat(figure(TOKENS)).isEqualTo("7");
    }

    @Test
    void names_and_references_merge_one_by_one() {
        drafts.keep(Kind.MODEL, slug, FormPage.NAME, 1, IdentityForm.of(new Identity("Other name", null, null, null, List.of(), List.of())));
        people.actAs(ben);
        drafts.keep(Kind.MODEL, slug, FormPage.NAME, 1, IdentityForm.of(new Identity("Draft model", "2.0", null, null, List.of(), List.of())));
        edits.save(edits.changes(Kind.MODEL, slug), Set.of(), null);
        people.actAs(anna);
        Changes mine = edits.changes(Kind.MODEL, slug);
        assertThat(mine.conflicts()).isEmpty();
        edits.save(mine, Set.of(), null);
        RecordFile file = records.head(Kind.MODEL, slug).file();
        assertThat(file.name()).isEqualTo("Other name");
        assertThat(file.version()).isEqualTo("2.0");
    }

    @Test
    void discarding_is_audited_and_nothing_else_about_drafts_is() {
        keep(1, figure(COMPUTE, "3e24"));
        drafts.discard(Kind.MODEL, slug, PAGE);
        drafts.discard(Kind.MODEL, slug, PAGE);
        assertThat(trail.newestFirst(new AuditFilter("model", slug), Long.MAX_VALUE, 10)).extracting(event -> event.action())
                .containsExactly("draft.discarded", "model.registered");
        assertThat(drafts.of(Kind.MODEL, slug)).isEmpty();
    }

    @Test
    void a_section_is_complete_when_a_person_says_so_and_no_longer_when_a_person_takes_it_back() {
        completed.declare(Kind.MODEL, slug, PAGE, true);
        completed.declare(Kind.MODEL, slug, PAGE, true);
        assertThat(completed.of(Kind.MODEL, slug)).containsExactly(PAGE);
        completed.declare(Kind.MODEL, slug, PAGE, false);
        assertThat(completed.of(Kind.MODEL, slug)).isEmpty();
    }

    @RepeatedTest(5)
    void twenty_officers_who_save_at_once_lose_no_answer() throws Exception {
        List<String> facts = context.getBean(FormPages.class).find(Kind.MODEL, "model-training").orElseThrow().asked().stream()
                .filter(fact -> fact.type() == eu.vitrine.facts.FactType.QUANTITY).map(fact -> fact.id()).toList();
        var officers = new ArrayList<People.Person>();
        for (int i = 0; i < 20; i++) {
            officers.add(people.with(Role.OFFICER));
        }
        var saved = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < officers.size(); i++) {
                People.Person officer = officers.get(i);
                String fact = facts.get(i % facts.size());
                String figure = i + "";
                running.add(pool.submit((Callable<Void>) () -> {
                    people.actAs(officer);
                    keep(1, figure(fact, figure));
                    for (int attempt = 0; attempt < 100; attempt++) {
                        Changes changes = edits.changes(Kind.MODEL, slug);
                        try {
                            // Whoever meets an answer of a colleague stands by the own one.
                            edits.save(changes, Set.of(), fact + " is " + figure).ifPresent(saved::add);
                            SecurityContextHolder.clearContext();
                            return null;
                        } catch (StaleRevision e) {
                            continue;
                        }
                    }
                    throw new IllegalStateException(officer + " never got through");
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
        people.actAs(anna);
        int head = records.head(Kind.MODEL, slug).pin().number();
        assertThat(saved).doesNotHaveDuplicates();
        assertThat(head).isEqualTo(1 + saved.size());
        // Each revision changes the one fact that its reason names, and leaves the answers of all others as they were.
        for (int number = 2; number <= head; number++) {
            Facts before = records.revision(Kind.MODEL, slug, number - 1).facts();
            var edition = records.revision(Kind.MODEL, slug, number);
            assertThat(eu.vitrine.exchange.RecordDiff.facts(before, edition.facts())).singleElement()
                    .matches(changed -> String.valueOf(edition.revision().reason()).startsWith(changed.id() + " is "));
        }
    }
}
