package eu.vitrine.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.Units;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Moved;
import eu.vitrine.audit.AuditEvent;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Outcome;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.web.DatesInWords;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What must hold of determinations on every database. */
abstract class DeterminationsContract {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String COPYRIGHT = "AIA-53-1-c";
    private static final String READING = "model.copyright.policy_reading";
    private static final String ADDRESS = "https://maker.example/copyright";

    @Autowired
    ApplicationContext context;

    @Autowired
    Determinations determinations;

    @Autowired
    Assessments assessments;

    @Autowired
    ModelRegistry registry;

    @Autowired
    Records records;

    @Autowired
    Evidence evidence;

    @Autowired
    AuditTrail trail;

    @Autowired
    DatesInWords dates;

    @Autowired
    JdbcClient jdbc;

    private People people;
    private People.Person officer;
    private People.Person approver;
    private String model;

    /** A model whose maker has published a policy on copyright that nobody has read. */
    @BeforeEach
    void an_officer_has_assessed_a_model() {
        people = new People(context);
        officer = people.with(Role.OFFICER);
        approver = people.with(Role.APPROVER);
        model = "judged-" + getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
        people.actAs(officer);
        says("summary: {url: https://maker.example/summary}, copyright: {policy_url: " + ADDRESS + "}");
        assessments.assess(model);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private void says(String facts) {
        String text = "schema_version: 2\nslug: " + model + "\nname: Judged\nmodel: {generality: broad, new_pretraining_run: true,"
                + " release: {context: market, eu_excluded: \"no\", eu_placing_date: \"2026-03-01\"}, " + facts + "}\n";
        registry.importRecords(List.of(new Source("model.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private int newest() {
        return assessments.latest(model).orElseThrow().number();
    }

    Proposal reading(String answer) {
        return about(READING + "@" + model, answer);
    }

    private Proposal override() {
        return about("OVERRIDE", Offer.DOES_NOT_HOLD);
    }

    private Proposal about(String question, String answer) {
        return new Proposal(Kind.MODEL, model, newest(), COPYRIGHT, question, answer, "The policy does what is asked.", "It names how reservations are read.", List.of(ADDRESS),
                dates.today().plusMonths(6));
    }

    Determination proposed(Proposal proposal) {
        people.actAs(officer);
        return determinations.one(determinations.propose(proposal));
    }

    Determination confirmed(Determination one) {
        people.actAs(approver);
        determinations.confirm(one.number(), one.version(), "I read it too");
        return determinations.one(one.number());
    }

    private Standing standing(Determination one) {
        return determinations.standing(determinations.one(one.number()));
    }

    private Outcome outcome() {
        people.actAs(officer);
        assessments.assess(model);
        return assessments.latest(model).orElseThrow().evaluation().finding(COPYRIGHT).orElseThrow().outcome();
    }

    @Test
    void the_answer_that_a_rule_asks_for_becomes_a_fact_that_changes_the_answer_of_the_rule() {
        Determination one = proposed(reading("sufficient"));
        assertThat(outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        confirmed(one);
        assertThat(outcome()).isEqualTo(Outcome.MET);
        assertThat(records.head(Kind.MODEL, model).facts().get(READING).claim().value()).isEqualTo(new FactValue.Text("sufficient"));
        assertThat(standing(one).word()).isEqualTo(Standing.Word.HOLDS);
    }

    @Test
    void the_revision_is_by_whoever_judged_and_the_log_names_who_confirmed() {
        Determination one = confirmed(proposed(reading("sufficient")));
        Revision revision = registry.revisions(Kind.MODEL, model).getFirst();
        assertThat(revision.origin()).isEqualTo(Revision.Origin.DETERMINATION);
        assertThat(revision.by().id()).isEqualTo(officer.id().value().toString());
        people.actAs(people.with(Role.AUDITOR));
        assertThat(trail.newestFirst(new AuditFilter("model", model), Long.MAX_VALUE, 1).getFirst().actor().id()).isEqualTo(approver.id().value().toString());
        assertThat(trail.newestFirst(new AuditFilter("determination", Integer.toString(one.number())), Long.MAX_VALUE, 10)).extracting(AuditEvent::action)
                .containsExactly("determination.confirmed", "determination.proposed");
    }

    @Test
    void an_override_stands_beside_the_answer_and_changes_no_fact() {
        Determination one = confirmed(proposed(override()));
        assertThat(standing(one).holds()).isTrue();
        assertThat(registry.revisions(Kind.MODEL, model)).hasSize(1);
        assertThat(outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(one.answer()).isEqualTo(Outcome.NO_EVIDENCE.words());
    }

    @Test
    void whoever_proposed_it_can_neither_confirm_nor_refuse_it() {
        var both = people.with(Role.OFFICER, Role.APPROVER);
        people.actAs(both);
        Determination one = determinations.one(determinations.propose(reading("sufficient")));
        assertThatThrownBy(() -> determinations.confirm(one.number(), one.version(), "mine")).isInstanceOf(NotYoursToConfirm.class);
        assertThatThrownBy(() -> determinations.refuse(one.number(), one.version(), "mine")).isInstanceOf(NotYoursToConfirm.class);
        people.actAs(people.with(Role.OFFICER, Role.ADMINISTRATOR));
        assertThatThrownBy(() -> determinations.confirm(one.number(), one.version(), "no approver")).isInstanceOf(AccessDeniedException.class);
        people.actAs(approver);
        assertThatThrownBy(() -> determinations.propose(reading("gaps"))).isInstanceOf(AccessDeniedException.class);
        assertThat(standing(one).word()).isEqualTo(Standing.Word.OPEN);
    }

    @Test
    void the_database_itself_refuses_a_decision_by_whoever_proposed() {
        Determination one = proposed(override());
        String decide = "INSERT INTO determination_decision (determination, by_id, part, by_name, said_at, reason) VALUES (?, ?, 'DECIDED', 'x', CURRENT_TIMESTAMP, 'x')";
        String part = "INSERT INTO determination_party (determination, person, name, part) VALUES (?, ?, 'x', 'DECIDED')";
        String asker = officer.id().value().toString();
        assertThatThrownBy(() -> jdbc.sql(decide).params(one.number(), asker).update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(part).params(one.number(), asker).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void what_was_refused_or_withdrawn_is_not_decided_again() {
        Determination one = proposed(override());
        people.actAs(approver);
        determinations.refuse(one.number(), one.version(), "the reason is thin");
        assertThatThrownBy(() -> determinations.confirm(one.number(), one.version() + 1, "after all")).isInstanceOf(DeterminationMoved.class);
        assertThatThrownBy(() -> determinations.withdraw(one.number(), one.version() + 1, "no")).isInstanceOf(DeterminationMoved.class);
        assertThat(standing(one).word()).isEqualTo(Standing.Word.REFUSED);
        Determination other = proposed(override());
        determinations.withdraw(other.number(), other.version(), "I was wrong");
        people.actAs(approver);
        assertThatThrownBy(() -> determinations.confirm(other.number(), other.version() + 1, "x")).isInstanceOf(DeterminationMoved.class);
    }

    @Test
    void only_an_approver_withdraws_what_was_confirmed_and_the_fact_is_taken_back() {
        Determination one = confirmed(proposed(reading("sufficient")));
        people.actAs(officer);
        assertThatThrownBy(() -> determinations.withdraw(one.number(), one.version(), "x")).isInstanceOf(AccessDeniedException.class);
        assertThat(outcome()).isEqualTo(Outcome.MET);
        people.actAs(approver);
        determinations.withdraw(one.number(), one.version(), "the policy was replaced");
        assertThat(records.head(Kind.MODEL, model).facts().get(READING).claim().value()).isNull();
        assertThat(outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(standing(one).word()).isEqualTo(Standing.Word.WITHDRAWN);
    }

    @Test
    void it_lapses_when_a_fact_changes_that_the_answer_read_and_says_which() {
        Determination override = confirmed(proposed(override()));
        Determination reading = confirmed(proposed(reading("sufficient")));
        people.actAs(officer);
        says("copyright: {policy_url: https://maker.example/another}");
        assertThat(standing(reading).word()).isEqualTo(Standing.Word.LAPSED);
        assertThat(standing(reading).lapsed()).extracting(Moved::messageKey).contains("assessment.moved.since.fact");
        assertThat(standing(override).word()).isEqualTo(Standing.Word.LAPSED);
    }

    @Test
    void it_does_not_lapse_when_a_fact_changes_that_the_answer_did_not_read() {
        Determination one = confirmed(proposed(reading("sufficient")));
        people.actAs(officer);
        says("summary: {url: https://maker.example/elsewhere}, copyright: {policy_url: " + ADDRESS + "}");
        assertThat(standing(one).word()).isEqualTo(Standing.Word.HOLDS);
    }

    @Test
    void an_override_lapses_once_the_judgement_that_the_rule_asks_for_is_made() {
        Determination one = confirmed(proposed(override()));
        confirmed(proposed(reading("sufficient")));
        assertThat(standing(one).word()).isEqualTo(Standing.Word.LAPSED);
    }

    @Test
    void it_holds_through_its_last_day_and_has_lapsed_the_day_after() {
        Determination one = proposed(override());
        Standings standings = context.getBean(Standings.class);
        confirmed(one);
        assertThat(standings.of(until(determinations.one(one.number()), 0)).word()).isEqualTo(Standing.Word.HOLDS);
        Standing after = standings.of(until(determinations.one(one.number()), -1));
        assertThat(after.lapsed()).extracting(Moved::messageKey).containsExactly("determination.lapsed.day");
    }

    private Determination until(Determination one, int days) {
        Conclusion said = one.conclusion();
        return new Determination(one.number(), one.kind(), one.slug(), one.policy(), one.title(), one.answer(), one.assessment(), one.sha256(),
                new Conclusion(said.question(), said.fact(), said.code(), said.words(), said.reason(), said.sources(), dates.today().plusDays(days)), one.by(), one.at(), one.state(),
                one.decision(), one.withdrawn(), one.version());
    }

    @Test
    void evidence_it_names_is_kept_and_a_newer_version_makes_it_lapse() {
        people.actAs(officer);
        String url = "https://maker.example/" + model;
        var held = evidence.upload("Policy", url, "policy.txt", new ByteArrayInputStream("We respect robots.txt.\n".getBytes(StandardCharsets.UTF_8)));
        Proposal asked = override();
        Determination one = confirmed(proposed(new Proposal(asked.kind(), asked.slug(), asked.number(), asked.policy(), asked.question(), asked.answer(), asked.words(),
                asked.reason(), List.of(held.content().sha256()), asked.validUntil())));
        assertThat(standing(one).word()).isEqualTo(Standing.Word.HOLDS);
        assertThat(evidence.places(held.content().sha256())).extracting("path").contains(one.path());
        people.actAs(officer);
        context.getBean(TestClock.class).moveBy(Duration.ofSeconds(1));
        evidence.upload("Policy", url, "policy.txt", new ByteArrayInputStream("We respect nothing.\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(standing(one).lapsed()).extracting(Moved::messageKey).containsExactly("determination.lapsed.source.source_changed");
    }

    @Test
    void a_later_determination_on_the_same_question_supersedes_the_earlier() {
        Determination first = confirmed(proposed(reading("sufficient")));
        assertThat(outcome()).isEqualTo(Outcome.MET);
        Determination second = confirmed(proposed(reading("gaps")));
        assertThat(standing(second).word()).isEqualTo(Standing.Word.HOLDS);
        assertThat(outcome()).isEqualTo(Outcome.PARTLY_MET);
        assertThat(standing(first).word()).isIn(Standing.Word.SUPERSEDED, Standing.Word.LAPSED);
    }

    @Test
    void nothing_is_determined_on_an_answer_that_is_out_of_date_or_a_question_that_does_not_arise() {
        people.actAs(officer);
        assertThatThrownBy(() -> determinations.propose(about("provider.representative.absence_confirmed@nobody", "true"))).isInstanceOf(NotDeterminable.class);
        assertThatThrownBy(() -> determinations.propose(reading("splendid"))).isInstanceOf(NotDeterminable.class);
        Proposal before = override();
        Determination open = proposed(before);
        says("copyright: {policy_url: https://maker.example/another}");
        assertThatThrownBy(() -> determinations.propose(before)).isInstanceOf(NotDeterminable.class);
        people.actAs(approver);
        assertThatThrownBy(() -> determinations.confirm(open.number(), open.version(), "x")).isInstanceOf(NotDeterminable.class);
        assertThat(determinations.one(open.number()).isOpen()).isTrue();
    }

    @Test
    void of_two_confirmations_at_once_exactly_one_is_kept() throws Exception {
        Determination one = proposed(reading("sufficient"));
        var others = List.of(people.with(Role.APPROVER), people.with(Role.APPROVER), people.with(Role.APPROVER));
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var tasks = others.stream().<Callable<Boolean>>map(person -> () -> {
                people.actAs(person);
                try {
                    determinations.confirm(one.number(), one.version(), "yes");
                    return true;
                } catch (DeterminationMoved e) {
                    return false;
                }
            }).toList();
            for (var done : threads.invokeAll(tasks)) {
                kept += done.get() ? 1 : 0;
            }
        }
        assertThat(kept).isEqualTo(1);
        assertThat(registry.revisions(Kind.MODEL, model)).hasSize(2);
    }

    @Test
    void people_of_another_unit_know_nothing_of_it() {
        Determination one = confirmed(proposed(override()));
        people.actAs(people.with(Role.ADMINISTRATOR));
        var units = context.getBean(Units.class);
        String here = units.add("Here " + model).orElseThrow().slug();
        String there = units.add("There " + model).orElseThrow().slug();
        people.actAs(people.of(people.with(Role.OFFICER), here));
        records.moveTo(Kind.MODEL, model, here);
        people.actAs(people.of(people.with(Role.APPROVER), there));
        assertThatThrownBy(() -> determinations.one(one.number())).isInstanceOf(NoSuchDetermination.class);
        assertThatThrownBy(() -> determinations.of(Kind.MODEL, model)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> determinations.withdraw(one.number(), one.version(), "x")).isInstanceOf(NoSuchDetermination.class);
        assertThat(determinations.decided()).extracting(Determination::slug).doesNotContain(model);
        people.actAs(people.of(people.with(Role.APPROVER), here));
        assertThat(determinations.one(one.number()).slug()).isEqualTo(model);
    }
}
