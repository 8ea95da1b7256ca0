package eu.vitrine.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.Units;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Examples;
import eu.vitrine.assessment.Moved;
import eu.vitrine.audit.AuditEvent;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.UseRight;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What must hold of approvals and verdicts on every database. */
abstract class ApprovalsContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    Approvals approvals;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Assessments assessments;

    @Autowired
    ModelRegistry registry;

    @Autowired
    Records records;

    @Autowired
    AuditTrail trail;

    @Autowired
    DatesInWords dates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private People people;
    private People.Person officer;
    private People.Person approver;
    private String use;

    /** A use of a service whose licence and terms let us use it so, assessed with the model inside. */
    @BeforeEach
    void an_officer_has_assessed_a_use() {
        people = new People(context);
        officer = people.with(Role.OFFICER);
        approver = people.with(Role.APPROVER);
        use = "approved-" + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + "-" + COUNT.incrementAndGet();
        people.actAs(people.with(Role.OFFICER));
        registry.importRecords(Examples.files());
        people.actAs(officer);
        registry.importRecords(List.of(file(text -> text)));
        assess();
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private Source file(Function<String, String> changed) {
        Source example = Examples.changed("use-support-replies", "slug: support-replies", "slug: " + use);
        return new Source("use.yaml", changed.apply(new String(example.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private void assess() {
        if (assessments.needsOne("mistral-small-3-2")) {
            assessments.assess("mistral-small-3-2");
        }
        assessments.assess(Kind.USE, use);
    }

    private Map<String, TreatedGap.Plan> plans(Treatment treatment) {
        return approvals.foundation(use).gaps().stream().collect(Collectors.toMap(Gap::key, gap -> new TreatedGap.Plan(treatment, "because of " + gap.policy(), "Ada", null, null)));
    }

    private ApprovalRequest asked(Treatment treatment) {
        people.actAs(officer);
        return approvals.one(approvals.ask(use, "please", plans(treatment)));
    }

    private LocalDate inAMonth() {
        return dates.today().plusMonths(1);
    }

    private ApprovalRequest approved() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        people.actAs(approver);
        approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "all gaps are acceptable", inAMonth(), List.of());
        return approvals.one(request.number());
    }

    private Verdict.Word word() {
        return verdicts.of(use).word();
    }

    private void withdraw(ApprovalRequest request) {
        people.actAs(approver);
        approvals.withdraw(request.number(), request.version(), "the contract ended");
    }

    @Test
    void a_use_is_not_decided_until_somebody_else_approves_it() {
        assertThat(word()).isEqualTo(Verdict.Word.NOT_DECIDED_YET);
        ApprovalRequest request = asked(Treatment.ACCEPT);
        assertThat(word()).isEqualTo(Verdict.Word.NOT_DECIDED_YET);
        assertThat(verdicts.of(use).open()).isEqualTo(request.number());
        people.actAs(approver);
        approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "fine", inAMonth(), List.of("Only in the support team"));
        Verdict verdict = verdicts.of(use);
        assertThat(verdict.word()).isEqualTo(Verdict.Word.WITH_CONDITIONS);
        assertThat(verdict.conditions()).contains(new Condition(Condition.Origin.SET, "Only in the support team"));
        assertThat(verdict.validUntil()).isEqualTo(inAMonth());
        assertThat(verdict.open()).isNull();
    }

    @Test
    void a_request_rests_on_the_assessment_of_the_use_and_of_the_model_inside() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        assertThat(request.basis()).extracting(BasisLine::kind).containsExactly(Kind.USE, Kind.MODEL);
        assertThat(request.basis()).extracting(BasisLine::slug).containsExactly(use, "mistral-small-3-2");
        assertThat(request.basis().getFirst().sha256()).isEqualTo(assessments.line(Kind.USE, use, request.basis().getFirst().number()).sha256());
        assertThat(request.gaps()).isNotEmpty().allSatisfy(gap -> assertThat(gap.plan()).isNotNull());
    }

    @Test
    void who_asked_created_or_changed_what_it_rests_on_cannot_decide() {
        var both = people.with(Role.OFFICER, Role.APPROVER);
        var changed = people.with(Role.OFFICER, Role.APPROVER);
        people.actAs(changed);
        registry.importRecords(List.of(file(text -> text.replace("use.commercial: true", "use.commercial: false"))));
        assess();
        people.actAs(both);
        int number = approvals.ask(use, "", plans(Treatment.ACCEPT));
        ApprovalRequest request = approvals.one(number);
        for (var person : List.of(both, changed)) {
            people.actAs(person);
            assertThatThrownBy(() -> approvals.decide(number, request.version(), Decision.Kind.APPROVE, "mine", inAMonth(), List.of())).isInstanceOf(NotYoursToDecide.class);
            assertThatThrownBy(() -> approvals.decide(number, request.version(), Decision.Kind.REJECT, "mine", null, List.of())).isInstanceOf(NotYoursToDecide.class);
            assertThat(approvals.ownPart(request)).isPresent();
        }
        people.actAs(officer);
        assertThatThrownBy(() -> approvals.decide(number, request.version(), Decision.Kind.APPROVE, "no role", inAMonth(), List.of())).isInstanceOf(AccessDeniedException.class);
        assertThat(approvals.parties(request)).extracting(Party::part).contains(Party.Part.ASKED, Party.Part.CREATED, Party.Part.CHANGED);
        assertThat(word()).isEqualTo(Verdict.Word.NOT_DECIDED_YET);
    }

    @Test
    void an_administrator_is_no_approver_and_whoever_planned_cannot_decide() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        people.actAs(people.with(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> approvals.decide(request.number(), request.version(), Decision.Kind.REJECT, "no", null, List.of())).isInstanceOf(AccessDeniedException.class);
        var planner = people.with(Role.OFFICER, Role.APPROVER);
        people.actAs(planner);
        approvals.plan(request.number(), request.version(), Map.of());
        ApprovalRequest planned = approvals.one(request.number());
        assertThat(planned.untreated()).hasSameSizeAs(request.gaps());
        assertThatThrownBy(() -> approvals.decide(request.number(), planned.version(), Decision.Kind.REJECT, "no", null, List.of())).isInstanceOf(NotYoursToDecide.class);
    }

    @Test
    void the_database_itself_refuses_a_decision_by_somebody_who_had_a_part() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        String decide = "INSERT INTO approval_decision (request, kind, decided_by, part, decided_by_name, decided_at, reason, valid_until)"
                + " VALUES (?, 'APPROVE', ?, 'DECIDED', 'x', CURRENT_TIMESTAMP, 'x', CURRENT_DATE)";
        String part = "INSERT INTO approval_party (request, person, name, part, what) VALUES (?, ?, 'x', 'DECIDED', '')";
        String asker = officer.id().value().toString();
        assertThatThrownBy(() -> jdbc.sql(decide).params(request.number(), asker).update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(part).params(request.number(), asker).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void who_changed_a_record_before_the_last_approval_can_decide_on_the_next() {
        var once = people.with(Role.OFFICER, Role.APPROVER);
        people.actAs(once);
        registry.importRecords(List.of(file(text -> text.replace("languages: [fr, de]", "languages: [fr, de, nl]"))));
        assess();
        approved();
        people.actAs(officer);
        registry.importRecords(List.of(file(text -> text.replace("languages: [fr, de]", "languages: [fr]"))));
        assess();
        ApprovalRequest next = asked(Treatment.ACCEPT);
        people.actAs(once);
        approvals.decide(next.number(), next.version(), Decision.Kind.APPROVE, "fewer languages", inAMonth(), List.of());
        assertThat(word()).isIn(Verdict.Word.MAY_BE_USED, Verdict.Word.WITH_CONDITIONS);
    }

    @Test
    void nobody_approves_while_a_gap_has_no_plan_or_stops_the_use() {
        ApprovalRequest stopped = asked(Treatment.STOP);
        people.actAs(approver);
        assertThatThrownBy(() -> approvals.decide(stopped.number(), stopped.version(), Decision.Kind.APPROVE, "x", inAMonth(), List.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsOnly("stop"));
        people.actAs(officer);
        approvals.plan(stopped.number(), stopped.version(), Map.of());
        people.actAs(approver);
        assertThatThrownBy(() -> approvals.decide(stopped.number(), stopped.version() + 1, Decision.Kind.APPROVE, "x", inAMonth(), List.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsExactly("untreated"));
        assertThat(word()).isEqualTo(Verdict.Word.NOT_DECIDED_YET);
    }

    @Test
    void what_mitigates_a_gap_becomes_a_condition() {
        ApprovalRequest request = asked(Treatment.MITIGATE);
        people.actAs(approver);
        approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "x", inAMonth(), List.of());
        assertThat(verdicts.of(use).conditions()).contains(new Condition(Condition.Origin.MITIGATION, "because of " + request.gaps().getFirst().gap().policy()));
    }

    @Test
    void a_use_that_licence_or_terms_do_not_grant_cannot_be_asked_for() {
        people.actAs(officer);
        use = use + "-refused";
        Source chat = Examples.changed("use-product-chat", "slug: product-chat", "slug: " + use);
        registry.importRecords(List.of(chat));
        assessments.assess("llama-4-maverick");
        assessments.assess(Kind.USE, use);
        assertThat(approvals.foundation(use).assessments().getFirst().evaluation().useRight()).isEqualTo(UseRight.Answer.NOT_GRANTED);
        assertThatThrownBy(() -> approvals.ask(use, "", plans(Treatment.ACCEPT)))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsOnly("not-granted"));
    }

    @Test
    void a_use_that_was_not_assessed_or_has_moved_on_cannot_be_asked_for() {
        people.actAs(officer);
        registry.importRecords(List.of(file(text -> text.replace("use.commercial: true", "use.commercial: false"))));
        assertThatThrownBy(() -> approvals.ask(use, "", Map.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).contains("out-of-date.use"));
        String fresh = use;
        use = use + "-new";
        registry.importRecords(List.of(file(text -> text)));
        assertThatThrownBy(() -> approvals.ask(use, "", Map.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsExactly("not-assessed.use"));
        use = fresh;
    }

    @Test
    void one_use_has_one_open_request_at_most() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        assertThatThrownBy(() -> approvals.ask(use, "", Map.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsExactly("open"));
        approvals.takeBack(request.number(), request.version());
        assertThat(approvals.one(request.number()).state()).isEqualTo(ApprovalRequest.State.TAKEN_BACK);
        assertThat(asked(Treatment.ACCEPT).number()).isGreaterThan(request.number());
    }

    @Test
    void a_later_change_of_a_fact_that_a_rule_read_makes_the_verdict_undecided_and_names_it() {
        approved();
        assertThat(word()).isIn(Verdict.Word.MAY_BE_USED, Verdict.Word.WITH_CONDITIONS);
        people.actAs(officer);
        registry.importRecords(List.of(file(text -> text.replace("use.data_class: personal", "use.data_class: public"))));
        Verdict verdict = verdicts.of(use);
        assertThat(verdict.word()).isEqualTo(Verdict.Word.NOT_DECIDED_YET);
        assertThat(verdict.material()).extracting(Moved::messageKey).containsExactly("assessment.moved.since.fact");
        assertThat(verdict.conditions()).isEmpty();
    }

    @Test
    void a_later_change_that_no_rule_reads_is_shown_and_leaves_the_verdict() {
        approved();
        Verdict.Word before = word();
        people.actAs(officer);
        registry.importRecords(List.of(file(text -> text.replace("name: Drafting replies to customers", "name: Replies to customers"))));
        Verdict verdict = verdicts.of(use);
        assertThat(verdict.word()).isEqualTo(before);
        assertThat(verdict.material()).isEmpty();
        assertThat(verdict.other()).extracting(Moved::messageKey).containsExactly("assessment.moved.since.attribute");
    }

    @Test
    void a_request_cannot_be_approved_once_what_it_rests_on_has_changed() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        registry.importRecords(List.of(file(text -> text.replace("use.data_class: personal", "use.data_class: public"))));
        people.actAs(approver);
        assertThatThrownBy(() -> approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "x", inAMonth(), List.of()))
                .isInstanceOfSatisfying(NotApprovable.class, refused -> assertThat(refused.blockers()).extracting(Blocker::code).containsExactly("moved"));
    }

    @Test
    void an_approval_holds_through_its_last_day_and_has_expired_the_day_after() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        people.actAs(approver);
        approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "for today", dates.today(), List.of());
        assertThat(word().allows()).isTrue();
        try {
            clock.moveBy(Duration.ofDays(1));
            assertThat(word()).isEqualTo(Verdict.Word.EXPIRED);
        } finally {
            clock.moveBy(Duration.ofDays(-1));
        }
    }

    @Test
    void an_approval_without_a_day_to_come_is_refused() {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        people.actAs(approver);
        for (var day : new LocalDate[] {null, dates.today().minusDays(1)}) {
            assertThatThrownBy(() -> approvals.decide(request.number(), request.version(), Decision.Kind.APPROVE, "x", day, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(approvals.one(request.number()).isOpen()).isTrue();
    }

    @Test
    void approvals_that_end_soon_are_found_by_their_last_day() {
        ApprovalRequest request = approved();
        assertThat(approvals.ending(inAMonth(), inAMonth())).extracting(ApprovalRequest::number).contains(request.number());
        assertThat(approvals.ending(inAMonth().plusDays(1), inAMonth().plusDays(9))).extracting(ApprovalRequest::number).doesNotContain(request.number());
        withdraw(request);
        assertThat(approvals.ending(inAMonth(), inAMonth())).extracting(ApprovalRequest::number).doesNotContain(request.number());
    }

    @Test
    void an_approval_withdrawn_stays_withdrawn_until_somebody_approves_anew() {
        ApprovalRequest request = approved();
        withdraw(request);
        assertThat(word()).isEqualTo(Verdict.Word.WITHDRAWN);
        assertThatThrownBy(() -> approvals.withdraw(request.number(), request.version() + 1, "again")).isInstanceOf(ApprovalMoved.class);
        approved();
        assertThat(word().allows()).isTrue();
    }

    @Test
    void a_refusal_stands_and_a_request_for_changes_touches_no_approval() {
        approved();
        ApprovalRequest second = asked(Treatment.ACCEPT);
        people.actAs(approver);
        approvals.decide(second.number(), second.version(), Decision.Kind.REQUEST_CHANGES, "name the owner", null, List.of());
        assertThat(word().allows()).isTrue();
        ApprovalRequest third = asked(Treatment.ACCEPT);
        people.actAs(approver);
        approvals.decide(third.number(), third.version(), Decision.Kind.REJECT, "too risky", null, List.of());
        assertThat(word()).isEqualTo(Verdict.Word.MUST_NOT_BE_USED);
    }

    @Test
    void of_two_decisions_at_once_exactly_one_is_kept() throws Exception {
        ApprovalRequest request = asked(Treatment.ACCEPT);
        var others = List.of(people.with(Role.APPROVER), people.with(Role.APPROVER), people.with(Role.APPROVER));
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var tasks = others.stream().<Callable<Boolean>>map(person -> () -> {
                people.actAs(person);
                try {
                    approvals.decide(request.number(), request.version(), Decision.Kind.REJECT, "no", null, List.of());
                    return true;
                } catch (ApprovalMoved e) {
                    return false;
                }
            }).toList();
            for (var done : threads.invokeAll(tasks)) {
                kept += done.get() ? 1 : 0;
            }
        }
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void each_step_leaves_an_event_in_the_log() {
        ApprovalRequest request = approved();
        withdraw(request);
        people.actAs(people.with(Role.AUDITOR));
        assertThat(trail.newestFirst(new AuditFilter("approval", Integer.toString(request.number())), Long.MAX_VALUE, 10)).extracting(AuditEvent::action)
                .containsExactly("approval.withdrawn", "approval.decided", "approval.asked");
    }

    @Test
    void people_of_another_unit_know_nothing_of_a_request_and_of_the_verdict() {
        ApprovalRequest request = approved();
        people.actAs(people.with(Role.ADMINISTRATOR));
        var units = context.getBean(Units.class);
        String here = units.add("Here " + use).orElseThrow().slug();
        String there = units.add("There " + use).orElseThrow().slug();
        people.actAs(people.of(people.with(Role.OFFICER), here));
        records.moveTo(Kind.USE, use, here);
        people.actAs(people.of(people.with(Role.APPROVER), there));
        assertThatThrownBy(() -> approvals.one(request.number())).isInstanceOf(NoSuchApproval.class);
        assertThatThrownBy(() -> verdicts.of(use)).isInstanceOf(NoSuchRecord.class);
        assertThat(Stream.concat(approvals.waiting().stream(), approvals.closed().stream())).extracting(ApprovalRequest::use).doesNotContain(use);
        people.actAs(people.of(people.with(Role.APPROVER), here));
        assertThat(approvals.one(request.number()).use()).isEqualTo(use);
    }

    @Test
    void the_end_offered_is_the_day_before_a_finding_changes_by_itself_and_never_beyond_a_year() {
        Foundation foundation = approvals.foundation(use);
        LocalDate change = foundation.nextChange(dates.today());
        LocalDate end = approvals.defaultEnd(foundation);
        assertThat(end).isAfterOrEqualTo(dates.today()).isBeforeOrEqualTo(dates.today().plusYears(1));
        assertThat(change == null || change.isAfter(dates.today().plusYears(1)) ? dates.today().plusYears(1) : change.minusDays(1)).isEqualTo(end);
    }
}
