package eu.vitrine.approval;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.assessment.ChangesSince;
import eu.vitrine.assessment.Moved;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.VisibleRecords;
import eu.vitrine.web.DatesInWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for approval: an officer asks, somebody who had no part in it decides. */
@Service
@PreAuthorize(Approvals.READERS)
@Transactional(readOnly = true)
public class Approvals {

    static final String READERS = "hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')";
    private static final int MOST = 200;
    /** How long an approval holds by default where no finding changes by itself. */
    private static final int YEARS = 1;

    private final ApprovalStore store;
    private final Foundations foundations;
    private final Parties parties;
    private final ChangesSince changes;
    private final VisibleRecords visible;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final DatesInWords dates;
    private final Clock clock;

    Approvals(ApprovalStore store, Foundations foundations, Parties parties, ChangesSince changes, VisibleRecords visible, AuditTrail trail, CurrentActor current,
            DatesInWords dates, Clock clock) {
        this.store = store;
        this.foundations = foundations;
        this.parties = parties;
        this.changes = changes;
        this.visible = visible;
        this.trail = trail;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * What a request for a use would rest on now, with whatever keeps anybody from asking.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such use
     */
    public Foundation foundation(String use) {
        visible.check(Kind.USE, use);
        Foundation now = foundations.now(use);
        List<Blocker> blockers = Stream.concat(now.blockers().stream(), store.open(use).stream()
                .map(open -> Blocker.of("open", "/approvals/" + open, open))).toList();
        return new Foundation(now.assessments(), now.gaps(), blockers);
    }

    /** The last day that is offered to whoever approves: the day before a finding changes by itself, at the latest a year from now. */
    public LocalDate defaultEnd(Foundation foundation) {
        LocalDate today = dates.today();
        LocalDate year = today.plusYears(YEARS);
        LocalDate change = foundation.nextChange(today);
        return change == null || change.isAfter(year) ? year : change.minusDays(1);
    }

    /** The same for a request, on the assessments that it rests on. */
    public LocalDate defaultEnd(ApprovalRequest request) {
        return defaultEnd(foundations.of(request.basis()));
    }

    /**
     * Asks for an approval of a use on the newest assessments.
     *
     * @param note to whoever decides, at most 4000 characters
     * @param plans what is done about gaps, by {@link Gap#key()}; the others stay open
     * @return the number of the request
     * @throws NotApprovable if something keeps anybody from asking
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public int ask(String use, String note, Map<String, TreatedGap.Plan> plans) {
        Foundation foundation = foundation(use);
        if (!foundation.blockers().isEmpty()) {
            throw new NotApprovable(use, foundation.blockers());
        }
        Actor by = current.actor();
        int number = store.add(use, by, clock.instant().truncatedTo(ChronoUnit.MICROS), note, foundation.basis(), treated(foundation.gaps(), plans),
                parties.of(use, by, foundation.assessments()));
        trail.record(AuditEntry.of(by, "approval.asked", subject(number)).with("use", use)
                .with("assessments", foundation.basis().stream().map(line -> line.kind().code() + " " + line.slug() + " " + line.number() + " " + line.sha256()).toList()));
        return number;
    }

    private static List<TreatedGap> treated(List<Gap> gaps, Map<String, TreatedGap.Plan> plans) {
        return gaps.stream().map(gap -> new TreatedGap(gap, plans.get(gap.key()))).toList();
    }

    /**
     * Says anew what is done about the gaps of an open request. Whoever does so cannot decide on it.
     *
     * @throws ApprovalMoved if it was changed meanwhile or is closed
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void plan(int number, int version, Map<String, TreatedGap.Plan> plans) {
        ApprovalRequest request = open(number, version);
        store.replaceGaps(number, treated(request.gaps().stream().map(TreatedGap::gap).toList(), plans));
        store.party(number, new Party(current.actor(), Party.Part.PLANNED, ""));
        move(request, ApprovalRequest.State.OPEN);
        trail.record(AuditEntry.of(current.actor(), "approval.planned", subject(number)).with("treated", plans.size()));
    }

    /**
     * Decides on a request; it is closed then.
     *
     * @param reason in words, not blank
     * @param validUntil last day of an approval, to come; null for any other decision
     * @param conditions that the approval sets beside those that licences carry and mitigations bring
     * @throws ApprovalMoved if it was changed meanwhile or is closed
     * @throws NotYoursToDecide if the person had a part in what it rests on
     * @throws NotApprovable if something keeps anybody from approving
     * @throws IllegalArgumentException if an approval has no last day, or one that has passed
     */
    @Transactional
    @PreAuthorize("hasRole('APPROVER')")
    public void decide(int number, int version, Decision.Kind kind, String reason, @Nullable LocalDate validUntil, List<String> conditions) {
        ApprovalRequest request = open(number, version);
        if (!mayDecide(number)) {
            throw new NotYoursToDecide(number);
        }
        var all = new ArrayList<Condition>();
        if (kind == Decision.Kind.APPROVE) {
            if (validUntil == null || validUntil.isBefore(dates.today())) {
                throw new IllegalArgumentException("An approval ends on a day to come, not on " + validUntil + ".");
            }
            List<Blocker> blockers = blockers(request);
            if (!blockers.isEmpty()) {
                throw new NotApprovable(request.use(), blockers);
            }
            all.addAll(foundations.of(request.basis()).carried());
            request.gaps().stream().filter(gap -> gap.plan() != null && gap.plan().treatment() == Treatment.MITIGATE)
                    .forEach(gap -> all.add(new Condition(Condition.Origin.MITIGATION, gap.plan().reason())));
            conditions.forEach(text -> all.add(new Condition(Condition.Origin.SET, text)));
        }
        var decision = new Decision(kind, current.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason, kind == Decision.Kind.APPROVE ? validUntil : null,
                all.stream().distinct().toList(), null);
        move(request, ApprovalRequest.State.DECIDED);
        try {
            store.decide(number, decision);
        } catch (DuplicateKeyException e) {
            throw new NotYoursToDecide(number);
        }
        trail.record(AuditEntry.of(decision.by(), "approval.decided", subject(number)).because(reason).with("use", request.use()).with("decision", kind.name())
                .with("validUntil", validUntil == null ? "" : validUntil.toString())
                .with("conditions", decision.conditions().stream().map(Condition::text).toList()));
    }

    /** What keeps anybody from approving a request now. */
    public List<Blocker> blockers(ApprovalRequest request) {
        var blockers = new ArrayList<>(foundations.of(request.basis()).blockers());
        for (BasisLine line : request.basis()) {
            List<Moved> material = changes.of(line.kind(), line.slug(), line.number(), request.askedAt()).material();
            if (!material.isEmpty()) {
                blockers.add(Blocker.of("moved", line.path(), line.slug(), material.size()));
            }
        }
        if (!request.untreated().isEmpty()) {
            blockers.add(Blocker.of("untreated", "#gaps", request.untreated().size()));
        }
        request.stops().forEach(gap -> blockers.add(Blocker.of("stop", "#gaps", gap.title())));
        return blockers;
    }

    /** Takes an open request back. */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void takeBack(int number, int version) {
        ApprovalRequest request = open(number, version);
        move(request, ApprovalRequest.State.TAKEN_BACK);
        trail.record(AuditEntry.of(current.actor(), "approval.taken-back", subject(number)).with("use", request.use()));
    }

    /**
     * Withdraws an approval that was given; from now on the use is not approved.
     *
     * @param reason in words, not blank
     * @throws ApprovalMoved if there is none, or it was withdrawn already
     */
    @Transactional
    @PreAuthorize("hasRole('APPROVER')")
    public void withdraw(int number, int version, String reason) {
        ApprovalRequest request = locked(number);
        Decision decision = request.decision();
        if (decision == null || decision.kind() != Decision.Kind.APPROVE || decision.withdrawn() != null || request.version() != version) {
            throw new ApprovalMoved(number);
        }
        move(request, ApprovalRequest.State.DECIDED);
        store.withdraw(number, new Decision.Withdrawn(current.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason));
        trail.record(AuditEntry.of(current.actor(), "approval.withdrawn", subject(number)).because(reason).with("use", request.use()));
    }

    private ApprovalRequest locked(int number) {
        store.lock(number);
        return one(number);
    }

    private ApprovalRequest open(int number, int version) {
        ApprovalRequest request = locked(number);
        if (!request.isOpen() || request.version() != version) {
            throw new ApprovalMoved(number);
        }
        return request;
    }

    private void move(ApprovalRequest request, ApprovalRequest.State state) {
        if (!store.move(request.number(), state, request.version())) {
            throw new ApprovalMoved(request.number());
        }
    }

    /** @throws NoSuchApproval if there is none of that number that the person may know of */
    public ApprovalRequest one(int number) {
        return store.find(number).filter(request -> visible.sees(Kind.USE, request.use())).orElseThrow(() -> new NoSuchApproval(number));
    }

    /** Who had which part in a request. */
    public List<Party> parties(ApprovalRequest request) {
        return store.parties(request.number());
    }

    /** Whether the person signed in is an approver without a part in the request. */
    private boolean mayDecide(int number) {
        return store.parties(number).stream().noneMatch(party -> party.person().id().equals(current.actor().id()));
    }

    /** Why the person signed in may not decide on a request; empty where nothing but a missing role keeps the person from it. */
    public Optional<Party> ownPart(ApprovalRequest request) {
        return store.parties(request.number()).stream().filter(party -> party.person().id().equals(current.actor().id())).findFirst();
    }

    /** Open requests, the one that waits longest first. */
    public List<ApprovalRequest> waiting() {
        return store.some(" AND r.state = 'OPEN'" + seen() + " ORDER BY r.asked_at, r.number", visible.units(), MOST);
    }

    /** Closed requests, newest first. */
    public List<ApprovalRequest> closed() {
        return store.some(" AND r.state <> 'OPEN'" + seen() + " ORDER BY r.number DESC", visible.units(), MOST);
    }

    /** Approvals that were not withdrawn and end in the days from, inclusive, to, inclusive; the first to end first. */
    public List<ApprovalRequest> ending(LocalDate from, LocalDate to) {
        return store.ending(from, to, seen(), visible.units(), MOST);
    }

    private String seen() {
        return visible.and("'use'", "r.use_slug");
    }

    /** All requests of a use, newest first. */
    public List<ApprovalRequest> ofUse(String use) {
        visible.check(Kind.USE, use);
        return store.ofUse(use);
    }

    /** What has changed since the last approval of a use that rested on other assessments; by record. */
    public Map<BasisLine, List<Moved>> sinceLastApproval(ApprovalRequest request) {
        Map<BasisLine, List<Moved>> changed = new LinkedHashMap<>();
        store.lastApproval(request.use()).filter(last -> last.number() != request.number()).ifPresent(last -> last.basis().forEach(line -> {
            var since = changes.of(line.kind(), line.slug(), line.number(), last.decision() == null ? last.askedAt() : last.decision().at());
            if (!since.isNothing()) {
                changed.put(line, Stream.concat(since.material().stream(), since.other().stream()).toList());
            }
        }));
        return changed;
    }

    private static AuditEntry.Subject subject(int number) {
        return AuditEntry.Subject.of("approval", Integer.toString(number));
    }
}
