package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policy set in force. Each call asks the database which one that is, so that every node applies a newly activated set from
 * its next request on; the set itself is read once.
 */
@Component
public class Policies {

    private static final long PATIENCE_SECONDS = 60;

    private final Proposals proposals;
    private final PolicyArchive archive;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private volatile @Nullable InForce known;

    Policies(Proposals proposals, PolicyArchive archive) {
        this.proposals = proposals;
        this.archive = archive;
    }

    /** The set in force with its book. */
    private record InForce(int proposal, KeptSet kept, PolicyBook book) {}

    /** From now on a set is in force; until then whoever asks for it waits. */
    void haveArrived() {
        arrived.countDown();
    }

    /** The set; whoever asks while the server starts waits for it. */
    public PolicySet current() {
        return inForce().kept().set();
    }

    /** Number of the proposal that is in force. */
    int proposal() {
        return inForce().proposal();
    }

    KeptSet kept() {
        return inForce().kept();
    }

    PolicyBook book() {
        return inForce().book();
    }

    private InForce inForce() {
        awaitArrival();
        int proposal = proposals.inForce().orElseThrow(() -> new IllegalStateException("No policy set is in force"));
        @Nullable InForce before = known;
        if (before != null && before.proposal() == proposal) {
            return before;
        }
        KeptSet kept = archive.get(proposals.get(proposal).set());
        InForce now = new InForce(proposal, kept, new PolicyBook(kept.set(), kept.files()));
        known = now;
        return now;
    }

    private void awaitArrival() {
        try {
            if (!arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The policy set was not read within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the policy set was read", e);
        }
    }
}
