package eu.vitrine.censorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review.Status;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.web.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** What findings must keep on every database the product runs on. */
abstract class FindingsContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Findings findings;

    @Autowired
    private Records records;

    private People people;
    private People.Person writer;
    private String model;

    @BeforeEach
    void a_model_and_somebody_who_writes() {
        people = new People(context);
        writer = people.with(Role.OFFICER);
        people.actAs(writer);
        model = "behaves-" + COUNT.incrementAndGet();
        records.save(new Saving(Kind.MODEL, RecordFile.ofModel(model, "Behaves", "1", null), 0), Revision.Origin.FORM, null);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private static Statement study(String... more) {
        var typed = new java.util.LinkedHashMap<>(Map.of("family", "CENSORSHIP", "kind", "EXTERNAL_STUDY", "applicability", "SAME_FAMILY", "statement", "It refuses.",
                "limits", "few prompts", "evaluator", "Lab", "testedModel", "Behaves 1", "sourceUrl", "https://example.org/study", "retrievedOn", "2026-11-01"));
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], more[i + 1]);
        }
        return FindingForm.read(typed, new FormErrors()).orElseThrow();
    }

    @Test
    void a_second_person_reviews_and_the_writer_does_not() {
        UUID id = findings.add(model, study());
        assertThatThrownBy(() -> findings.review(id, 1)).isInstanceOf(FindingRefused.class).hasMessageContaining("Nobody reviews what they wrote");
        people.actAs(people.with(Role.APPROVER));
        findings.review(id, 1);
        assertThat(findings.one(id).status()).isEqualTo(Status.REVIEWED);
    }

    @Test
    void whoever_changes_a_reviewed_finding_makes_it_a_draft_that_another_must_review() {
        UUID id = findings.add(model, study());
        People.Person second = people.with(Role.OFFICER);
        people.actAs(second);
        findings.review(id, 1);
        findings.revise(id, 2, study("limits", "more limits"), "found more");
        assertThat(findings.one(id).status()).isEqualTo(Status.DRAFT);
        assertThatThrownBy(() -> findings.review(id, 3)).isInstanceOf(FindingRefused.class);
        people.actAs(writer); // wrote only what was reviewed since
        findings.review(id, 3);
        assertThat(findings.one(id).versions()).extracting(BehaviourFinding.Version::status)
                .containsExactly(Status.REVIEWED, Status.DRAFT, Status.REVIEWED, Status.DRAFT);
    }

    @Test
    void what_lacks_something_a_reader_needs_cannot_be_reviewed() {
        UUID id = findings.add(model, study("evaluator", ""));
        people.actAs(people.with(Role.OFFICER));
        assertThatThrownBy(() -> findings.review(id, 1)).hasMessageContaining("evaluator");
    }

    @Test
    void exactly_this_build_counts_only_with_the_name_of_who_confirmed_it() {
        UUID unconfirmed = findings.add(model, study("applicability", "EXACT_BUILD"));
        assertThat(findings.one(unconfirmed).said().isOfThisBuild()).isFalse();
        assertThat(findings.one(unconfirmed).said().missing()).contains("censorship.missing.exact-build");
        UUID confirmed = findings.add(model, study("applicability", "EXACT_BUILD", "confirmed", "yes"));
        assertThat(findings.one(confirmed).said().confirmedBy()).isEqualTo("Person " + writer.name());
    }

    @Test
    void of_two_who_change_the_same_version_one_is_refused() {
        UUID id = findings.add(model, study());
        findings.revise(id, 1, study("host", "api"), null);
        assertThatThrownBy(() -> findings.revise(id, 1, study("host", "self-hosted"), null)).hasMessageContaining("changed the finding since");
        assertThat(findings.one(id).said().host()).isEqualTo("api");
    }

    @Test
    void of_many_who_judge_the_same_version_at_once_exactly_one_is_heard() throws Exception {
        List<People.Person> judges = java.util.stream.IntStream.range(0, 8).mapToObj(i -> people.with(Role.OFFICER)).toList();
        for (int round = 0; round < 10; round++) {
            people.actAs(writer);
            UUID id = findings.add(model, study("host", "round " + round));
            assertThat(heard(id, judges)).as("round " + round).isEqualTo(1);
            assertThat(findings.one(id).version()).isEqualTo(2);
            assertThat(findings.one(id).versions()).hasSize(2);
        }
    }

    private int heard(UUID id, List<People.Person> judges) throws Exception {
        var heard = new AtomicInteger();
        var begin = new java.util.concurrent.CountDownLatch(1);
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(judges.size())) {
            List<java.util.concurrent.Future<?>> all = new java.util.ArrayList<>();
            for (int i = 0; i < judges.size(); i++) {
                People.Person judge = judges.get(i);
                boolean reviews = i % 2 == 0;
                all.add(threads.submit(() -> {
                    people.actAs(judge);
                    begin.await();
                    try {
                        if (reviews) {
                            findings.review(id, 1);
                        } else {
                            findings.dispute(id, 1, "seen otherwise");
                        }
                        heard.incrementAndGet();
                    } catch (FindingRefused late) {
                        assertThat(late).hasMessageContaining("changed the finding since");
                    }
                    return null;
                }));
            }
            begin.countDown();
            for (var one : all) {
                one.get();
            }
        }
        return heard.get();
    }

    @Test
    void what_was_withdrawn_stays_and_is_not_changed_any_more() {
        UUID id = findings.add(model, study());
        findings.withdraw(id, 1, "the study was retracted");
        assertThat(findings.of(model, PublishedFinding.Family.CENSORSHIP)).singleElement().extracting(BehaviourFinding::status).isEqualTo(Status.WITHDRAWN);
        assertThatThrownBy(() -> findings.revise(id, 2, study(), null)).isInstanceOf(FindingRefused.class);
    }

    @Test
    void a_finding_is_superseded_by_another_one_about_the_same_model_alone() {
        UUID first = findings.add(model, study());
        UUID better = findings.add(model, study("limits", "none known"));
        assertThatThrownBy(() -> findings.supersede(first, 1, first, null)).isInstanceOf(FindingRefused.class);
        findings.supersede(first, 1, better, "larger sample");
        assertThat(findings.one(first).successor()).isEqualTo(better);
    }

    @Test
    void what_a_record_file_brings_becomes_a_draft_once() {
        PublishedFinding published = new PublishedFinding(PublishedFinding.Family.SECURITY, PublishedFinding.FindingKind.EXTERNAL_STUDY, "HARM", "jailbreak", "COMPLETE",
                "Answers.", "Behaves", PublishedFinding.Applicability.EXACT_BUILD, "Lab", "en", null, null, null, 12L, "https://example.org", null, null);
        RecordFile head = records.head(Kind.MODEL, model).file();
        RecordFile with = new RecordFile(head.shape(), head.slug(), head.name(), head.version(), head.family(), head.model(), null, List.of(), List.of(), head.use(),
                head.organisation(), List.of(published), List.of(), List.of(), List.of(), null);
        records.save(new Saving(Kind.MODEL, with, 1), Revision.Origin.IMPORT, null);
        records.save(new Saving(Kind.MODEL, with.called("Renamed", "1", null), 2), Revision.Origin.IMPORT, null);
        assertThat(findings.of(model, PublishedFinding.Family.SECURITY)).singleElement().satisfies(taken -> {
            assertThat(taken.status()).isEqualTo(Status.DRAFT);
            assertThat(taken.said().isOfThisBuild()).as("confirmed by nobody").isFalse();
        });
    }

    @Test
    void the_findings_of_the_starter_catalogue_are_records_of_their_own() {
        assertThat(findings.of("deepseek-r1", PublishedFinding.Family.CENSORSHIP)).isNotEmpty().allMatch(one -> one.status() == Status.DRAFT);
    }
}
