package eu.vitrine.assessment;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings in the set that this release ships: into an empty database as the set in force, later as a proposal. Where an earlier
 * release, which knew no proposals, has assessed by another set, that one is and stays in force.
 */
@Component
@Order(200)
class PolicyArrival implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyArrival.class);

    private final ShippedSet shipped;
    private final PolicyArchive archive;
    private final Proposals proposals;
    private final Policies policies;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final @Nullable Path overlay;

    PolicyArrival(ShippedSet shipped, PolicyArchive archive, Proposals proposals, Policies policies, AuditTrail trail,
            TransactionOperations transactions, Clock clock, @Value("${vitrine.policies.overlay:}") String overlay) {
        this.overlay = overlay.isBlank() ? null : Path.of(overlay);
        this.shipped = shipped;
        this.archive = archive;
        this.proposals = proposals;
        this.policies = policies;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        KeptSet arriving = withOverlay(shipped.get());
        transactions.executeWithoutResult(status -> arrive(arriving));
        policies.haveArrived();
    }

    /**
     * What the organisation has laid over the set in force survives the upgrade, unless it names a folder of its own. Where it
     * does not fit, a person has to see to it: the set in force stays, and the new one is proposed without it.
     *
     * @throws InvalidFile if the folder does not fit and no set is in force yet, so that none comes into force that nobody asked for
     */
    KeptSet withOverlay(KeptSet set) {
        Optional<PolicyFiles> inForce = proposals.inForce().map(number -> archive.get(proposals.get(number).set()).files().overlay());
        try {
            Optional<PolicyFiles> own = overlay == null ? inForce : Optional.of(new PolicyFiles(PolicyFolder.withOverlay(Map.of(), overlay)));
            if (own.isEmpty() || own.get().byName().isEmpty()) {
                return set;
            }
            PolicyFiles both = set.files().with(own.get());
            return new KeptSet(PolicyFolder.of(both.withoutCases().byName()), both);
        } catch (InvalidFile e) {
            if (inForce.isEmpty()) {
                throw e;
            }
            LOG.warn("What the organisation lays over the policies does not fit the set that this release ships, which is proposed without it: {}",
                    e.getMessage());
            return set;
        }
    }

    /** In the caller's transaction; of several nodes that start at once the first does it. */
    void arrive(KeptSet arriving) {
        if (proposals.lockInForce().isEmpty()) {
            PolicySet.Identity first = archive.newest().orElse(arriving.identity());
            if (first.equals(arriving.identity())) {
                archive.keep(arriving);
            }
            int number = propose(first);
            proposals.activate(number, act());
            trail.record(entry("policy-set.activated", number, first));
        }
        Optional<Proposal> known = proposals.of(arriving.identity()).stream().findFirst();
        if (known.isEmpty()) {
            archive.keep(arriving);
            int number = propose(arriving.identity());
            LOG.info("This release ships policy set {}. It waits as proposal {}: the set in force stays until two people put the new one in"
                    + " its place.", arriving.identity().version(), number);
        }
    }

    private int propose(PolicySet.Identity set) {
        int number = proposals.propose(set, Proposal.Origin.SHIPPED, null, act());
        trail.record(entry("policy-set.proposed", number, set));
        return number;
    }

    private Proposal.Act act() {
        return new Proposal.Act(Actor.SYSTEM, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static AuditEntry entry(String action, int number, PolicySet.Identity set) {
        return PolicySets.entry(Actor.SYSTEM, action, number, set);
    }
}
