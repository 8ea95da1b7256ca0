package eu.vitrine.assessment;

import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The policy set that ships with this release. It is read in the background, while the server starts. */
@Component
class ShippedSet {

    private final FutureTask<KeptSet> reading = new FutureTask<>(() -> {
        PolicySet set = PolicyFolder.shipped();
        return new KeptSet(set, PolicyFiles.shipped());
    });

    @EventListener(ApplicationStartedEvent.class)
    void readInTheBackground() {
        Thread.ofPlatform().daemon().name("policies").start(reading);
    }

    /** The set with its files, cases included; whoever asks before it is read waits for it. */
    KeptSet get() {
        reading.run(); // does nothing where it runs already or is done
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the policy set was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The policy set that ships with the product cannot be read", e.getCause());
        }
    }
}
