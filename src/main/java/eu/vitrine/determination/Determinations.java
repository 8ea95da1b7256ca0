package eu.vitrine.determination;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.AnswerOfRule;
import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.VisibleRecords;
import eu.vitrine.web.DatesInWords;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Determinations: an officer proposes, a second person confirms or refuses. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Determinations {

    private static final int MOST = 500;

    private final DeterminationStore store;
    private final Standings standings;
    private final Offers offers;
    private final JudgedFacts judged;
    private final Assessments assessments;
    private final Evidence evidence;
    private final VisibleRecords visible;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final DatesInWords dates;
    private final Clock clock;

    Determinations(DeterminationStore store, Standings standings, Offers offers, JudgedFacts judged, Assessments assessments, Evidence evidence,
            VisibleRecords visible, AuditTrail trail, CurrentActor current, DatesInWords dates, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.offers = offers;
        this.judged = judged;
        this.assessments = assessments;
        this.evidence = evidence;
        this.visible = visible;
        this.trail = trail;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * What can be determined about an answer.
     *
     * @throws eu.vitrine.assessment.NoSuchAssessment if the record has none of that number
     * @throws NotDeterminable if the assessment has no answer of this policy
     */
    public List<Offer> offers(Kind kind, String slug, int number, String policy) {
        Assessment assessment = assessments.byNumber(kind, slug, number);
        return offers.of(assessment, answer(assessment, policy));
    }

    private static AnswerOfRule answer(Assessment assessment, String policy) {
        return AnswerOfRule.of(assessment, policy).orElseThrow(() -> new NotDeterminable("The assessment answers nothing of that name, so nothing can be determined about it."));
    }

    /**
     * Proposes a determination on the newest assessment of a record.
     *
     * @return its number
     * @throws NotDeterminable if the answer was not given, is out of date, or this question does not arise
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public int propose(Proposal asked) {
        Assessment assessment = assessments.byNumber(asked.kind(), asked.slug(), asked.number());
        AnswerOfRule answer = answer(assessment, asked.policy());
        Offer offer = offers.of(assessment, answer).stream().filter(one -> one.code().equals(asked.question())).findFirst()
                .orElseThrow(() -> new NotDeterminable("That question does not arise about this answer."));
        offer.choice(asked.answer()).orElseThrow(() -> new NotDeterminable("That is no answer to this question."));
        if (asked.validUntil().isBefore(dates.today())) {
            throw new NotDeterminable("The last day lies behind us.");
        }
        List<String> hashes = asked.sources().stream().filter(Claim::isEvidence).distinct().toList();
        hashes.stream().filter(hash -> evidence.find(hash).isEmpty()).findFirst().ifPresent(hash -> {
            throw new NotDeterminable("No evidence with the SHA-256 " + hash + " is held.");
        });
        evidence.hold(hashes);
        var conclusion = new Conclusion(offer.question(), Offers.judged(offer), asked.answer(), asked.words(), asked.reason(), asked.sources().stream().distinct().toList(),
                asked.validUntil());
        var one = new Determination(store.nextNumber(), asked.kind(), asked.slug(), asked.policy(), answer.policy().title(), answer.words(), asked.number(),
                assessment.line().sha256(), conclusion, current.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS), Determination.State.OPEN, null, null, 1);
        boolean newest = assessments.line(asked.kind(), asked.slug(), asked.number()).number() == assessments.all(asked.kind(), asked.slug()).getFirst().number();
        if (!newest || !standings.of(one).lapsed().isEmpty()) {
            throw new NotDeterminable("What this answer rests on has changed since, or there is a newer assessment. Assess anew and determine on that.");
        }
        store.add(one);
        trail.record(AuditEntry.of(one.by(), "determination.proposed", subject(one.number())).because(asked.reason()).with("record", record(one)).with("policy", one.policy())
                .with("assessment", one.assessment()).with("evaluationSha256", one.sha256()).with("question", conclusion.question().name())
                .with("fact", asked(conclusion)).with("answer", conclusion.code()).with("validUntil", conclusion.validUntil().toString()).with("sources", conclusion.sources()));
        return one.number();
    }

    private static String record(Determination one) {
        return one.kind().code() + " " + one.slug();
    }

    private static String asked(Conclusion conclusion) {
        Conclusion.Judged fact = conclusion.fact();
        return fact == null ? "" : fact.fact() + " of " + fact.kind().code() + " " + fact.slug();
    }

    /**
     * Confirms a proposal. Where it answers a question that a rule asks, the answer becomes a fact of the record in the same transaction.
     *
     * @throws DeterminationMoved if it was decided or withdrawn meanwhile
     * @throws NotYoursToConfirm if the person proposed it
     * @throws NotDeterminable if what it rests on has changed since
     */
    @Transactional
    @PreAuthorize("hasRole('APPROVER')")
    public void confirm(int number, int version, String reason) {
        Determination open = openOfAnother(number, version);
        if (!standings.of(open).lapsed().isEmpty()) {
            throw new NotDeterminable("What determination " + number + " rests on has changed since it was proposed, so nobody can confirm it. Refuse it, or let it be withdrawn.");
        }
        decide(open, Determination.State.CONFIRMED, reason);
        var event = AuditEntry.of(current.actor(), "determination.confirmed", subject(number)).because(reason).with("record", record(open)).with("policy", open.policy());
        trail.record(judged.write(open).map(pin -> event.with("revision", pin.kind().code() + " " + pin.slug() + " " + pin.number())).orElse(event));
    }

    /**
     * Refuses a proposal; it never holds then.
     *
     * @throws DeterminationMoved if it was decided or withdrawn meanwhile
     * @throws NotYoursToConfirm if the person proposed it
     */
    @Transactional
    @PreAuthorize("hasRole('APPROVER')")
    public void refuse(int number, int version, String reason) {
        Determination open = openOfAnother(number, version);
        decide(open, Determination.State.REFUSED, reason);
        trail.record(AuditEntry.of(current.actor(), "determination.refused", subject(number)).because(reason).with("record", record(open)).with("policy", open.policy()));
    }

    private void decide(Determination open, Determination.State state, String reason) {
        move(open, state);
        try {
            store.decide(open.number(), said(reason));
        } catch (DuplicateKeyException e) {
            throw new NotYoursToConfirm(open.number());
        }
    }

    private Determination.Said said(String reason) {
        return new Determination.Said(current.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason);
    }

    /**
     * Withdraws a proposal, as officer or approver, or a determination that was confirmed, as approver. A fact that it became is taken back, as
     * long as the record still says it.
     *
     * @throws DeterminationMoved if it was refused or withdrawn, or decided meanwhile
     */
    @Transactional
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    public void withdraw(int number, int version, String reason) {
        Determination one = locked(number, version);
        boolean confirmed = one.state() == Determination.State.CONFIRMED;
        if (!confirmed && !one.isOpen()) {
            throw new DeterminationMoved(number);
        }
        if (confirmed && !current.has(Role.APPROVER)) {
            throw new AccessDeniedException("Only an approver withdraws what was confirmed");
        }
        Standing before = standings.of(one);
        move(one, Determination.State.WITHDRAWN);
        store.withdraw(number, said(reason));
        var event = AuditEntry.of(current.actor(), "determination.withdrawn", subject(number)).because(reason).with("record", record(one)).with("policy", one.policy());
        boolean takesBack = confirmed && !before.superseded() && standings.stillSays(one);
        trail.record(takesBack ? judged.takeBack(one).map(pin -> event.with("revision", pin.kind().code() + " " + pin.slug() + " " + pin.number())).orElse(event) : event);
    }

    private Determination locked(int number, int version) {
        store.lock(number);
        Determination one = one(number);
        if (one.version() != version) {
            throw new DeterminationMoved(number);
        }
        return one;
    }

    private Determination openOfAnother(int number, int version) {
        Determination one = locked(number, version);
        if (!one.isOpen()) {
            throw new DeterminationMoved(number);
        }
        if (isOwn(one)) {
            throw new NotYoursToConfirm(number);
        }
        return one;
    }

    private void move(Determination one, Determination.State state) {
        if (!store.move(one.number(), state, one.version())) {
            throw new DeterminationMoved(one.number());
        }
    }

    /** Whether the person signed in proposed it. */
    public boolean isOwn(Determination one) {
        return one.by().id().equals(current.actor().id());
    }

    /** @throws NoSuchDetermination if there is none of that number that the person may know of */
    public Determination one(int number) {
        return store.find(number).filter(one -> visible.sees(one.kind(), one.slug())).orElseThrow(() -> new NoSuchDetermination(number));
    }

    /** How it stands now. */
    public Standing standing(Determination one) {
        return standings.of(one);
    }

    /**
     * All about a record, newest first.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record that the person may know of
     */
    public List<Standing> of(Kind kind, String slug) {
        visible.check(kind, slug);
        return store.of(kind, slug).stream().map(standings::of).toList();
    }

    /** All about one answer of a record, newest first. */
    public List<Standing> of(Kind kind, String slug, String policy) {
        visible.check(kind, slug);
        return store.of(kind, slug).stream().filter(one -> one.policy().equals(policy)).map(standings::of).toList();
    }

    /** Proposals, the one that waits longest first. */
    public List<Determination> waiting() {
        return store.some(" AND d.state = 'OPEN'" + visible.and("d.kind", "d.slug") + " ORDER BY d.proposed_at, d.number", visible.units(), MOST);
    }

    /** All others, newest first. */
    public List<Determination> decided() {
        return store.some(" AND d.state <> 'OPEN'" + visible.and("d.kind", "d.slug") + " ORDER BY d.number DESC", visible.units(), MOST);
    }

    /** All that the person may know of: those that wait, then the others. */
    public List<Standing> all() {
        return Stream.concat(waiting().stream(), decided().stream()).map(standings::of).toList();
    }

    private static AuditEntry.Subject subject(int number) {
        return AuditEntry.Subject.of("determination", Integer.toString(number));
    }
}
