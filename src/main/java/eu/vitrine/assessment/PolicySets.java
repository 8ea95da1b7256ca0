package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.TrustedKeys;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.policy.PolicySet;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The policy sets that were put forward, and the way of each into force: tried, requested by one person, confirmed by a second.
 * Every step leaves an audit event in the same transaction.
 */
@Service
@PreAuthorize(PolicySets.READERS)
@Transactional(readOnly = true)
public class PolicySets {

    /** Who reads the policy book reads the sets. */
    static final String READERS = "hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR', 'ADMINISTRATOR', 'POLICY_AUTHOR')";
    static final String AUTHORS = "hasRole('POLICY_AUTHOR')";
    static final String REQUESTERS = "hasAnyRole('POLICY_AUTHOR', 'ADMINISTRATOR')";
    static final String CONFIRMERS = "hasAnyRole('POLICY_AUTHOR', 'APPROVER')";
    static final String REJECTERS = "hasAnyRole('POLICY_AUTHOR', 'APPROVER', 'ADMINISTRATOR')";

    private final TrustedKeys keys;
    private final Proposals proposals;
    private final TrialArchive trials;
    private final PolicyArchive archive;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final TransactionOperations transactions;
    private final Clock clock;

    PolicySets(Proposals proposals, TrialArchive trials, PolicyArchive archive, AuditTrail trail, CurrentActor current,
            TransactionOperations transactions, Clock clock, TrustedKeys keys) {
        this.keys = keys;
        this.proposals = proposals;
        this.trials = trials;
        this.archive = archive;
        this.trail = trail;
        this.current = current;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All proposals, newest first. */
    public List<Proposal> all() {
        return proposals.all();
    }

    /** @throws NoSuchProposal if there is none of that number */
    public Proposal get(int number) {
        return proposals.get(number);
    }

    /** Number of the proposal in force; empty only before the first start is done. */
    public Optional<Integer> inForce() {
        return proposals.inForce();
    }

    /**
     * Puts a draft forward.
     *
     * @param zip a policies folder as ZIP, or a signed bundle of law data
     * @param note why, or null
     * @return the number of the proposal
     * @throws eu.vitrine.facts.InvalidFile with everything that is wrong with it
     * @throws ActivationRefused if this very set is in force or waits already
     */
    @PreAuthorize(AUTHORS)
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // checking a set takes a second or two; nothing is held meanwhile
    public int propose(byte[] zip, @Nullable String note) {
        if (LawBundle.looksLikeOne(zip)) {
            LawBundle bundle = LawBundle.open(zip, keys);
            return propose(bundle.zip(), note == null ? bundle.note() : bundle.note() + " " + note);
        }
        KeptSet draft = DraftSet.read(zip, archive.get(get(inForce().orElseThrow()).set()).set().vocabulary());
        return Objects.requireNonNull(transactions.execute(status -> proposed(draft, note)));
    }

    private int proposed(KeptSet draft, @Nullable String note) {
        int head = proposals.lockInForce().orElseThrow();
        if (proposals.get(head).set().equals(draft.identity())) {
            throw new ActivationRefused(ActivationRefused.Reason.IN_FORCE);
        }
        if (proposals.of(draft.identity()).stream().anyMatch(Proposal::isOpen)) {
            throw new ActivationRefused(ActivationRefused.Reason.WAITING);
        }
        archive.keep(draft);
        int number = proposals.propose(draft.identity(), Proposal.Origin.UPLOADED, note, act());
        trail.record(entry(current.actor(), "policy-set.proposed", number, draft.identity()).because(note));
        return number;
    }

    /**
     * Asks for the activation of a proposal that was tried against the set in force.
     *
     * @param moved how many records have changed since the trial, as the person was shown
     * @throws ActivationRefused if it was not tried so, or is decided or requested already
     */
    @PreAuthorize(REQUESTERS)
    @Transactional
    public void request(int number, int moved) {
        int head = proposals.lockInForce().orElseThrow();
        Proposal proposal = open(number);
        if (proposal.requested() != null) {
            throw new ActivationRefused(ActivationRefused.Reason.REQUESTED);
        }
        Trial trial = finishedTrial(number, head);
        if (!proposals.request(number, trial.number(), act())) {
            throw new ActivationRefused(ActivationRefused.Reason.REQUESTED);
        }
        trail.record(entry(current.actor(), "policy-set.activation-requested", number, proposal.set())
                .with("trial", trial.number()).with("recordsChangedSince", moved));
    }

    /**
     * Puts a proposal in force, whose activation another person has asked for.
     *
     * @throws ActivationRefused if nobody has, if the same person did or put it forward, or if the set in force has changed since the trial
     */
    @PreAuthorize(CONFIRMERS)
    @Transactional
    public void activate(int number) {
        int head = proposals.lockInForce().orElseThrow();
        Proposal proposal = open(number);
        if (proposal.requested() == null) {
            throw new ActivationRefused(ActivationRefused.Reason.NOT_REQUESTED);
        }
        if (proposal.isOf(current.actor())) {
            throw new ActivationRefused(ActivationRefused.Reason.SAME_PERSON);
        }
        Trial trial = finishedTrial(number, head);
        if (!proposals.activate(number, act())) {
            throw new ActivationRefused(ActivationRefused.Reason.DECIDED);
        }
        trail.record(entry(current.actor(), "policy-set.activated", number, proposal.set()).with("trial", trial.number())
                .with("before", head).with("requestedBy", proposal.requested().by().name()));
    }

    /**
     * Rejects a proposal for good; who proposed it may do that as well.
     *
     * @param reason not blank
     * @throws ActivationRefused if it is decided already
     */
    @PreAuthorize(REJECTERS)
    @Transactional
    public void reject(int number, String reason) {
        proposals.lockInForce();
        Proposal proposal = open(number);
        if (!proposals.reject(number, reason, act())) {
            throw new ActivationRefused(ActivationRefused.Reason.DECIDED);
        }
        trail.record(entry(current.actor(), "policy-set.rejected", number, proposal.set()).because(reason));
    }

    private Proposal open(int number) {
        Proposal proposal = proposals.get(number);
        if (!proposal.isOpen()) {
            throw new ActivationRefused(ActivationRefused.Reason.DECIDED);
        }
        return proposal;
    }

    private Trial finishedTrial(int number, int base) {
        return trials.newestOf(number).filter(trial -> trial.state() == Trial.State.FINISHED && trial.base() == base)
                .orElseThrow(() -> new ActivationRefused(ActivationRefused.Reason.NOT_TRIED));
    }

    private Proposal.Act act() {
        return new Proposal.Act(current.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    static AuditEntry entry(Actor actor, String action, int number, PolicySet.Identity set) {
        return AuditEntry.of(actor, action, new AuditEntry.Subject("policy-set", Integer.toString(number), null))
                .with("version", set.version()).with("rulesDigest", set.rulesDigest()).with("textDigest", set.textDigest());
    }
}
