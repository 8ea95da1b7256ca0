package eu.vitrine.assessment;

import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The policy set in force: the one that ships with the product. It is read in the background, so that no page waits for it. */
@Component
public class Policies {

    private final FutureTask<Shipped> reading = new FutureTask<>(Shipped::read);

    Policies() {}

    /** The set with the files it was read from. */
    private record Shipped(PolicySet set, PolicyFiles files, PolicyBook book) {

        static Shipped read() {
            PolicySet set = PolicyFolder.shipped();
            PolicyFiles files = PolicyFiles.shipped();
            return new Shipped(set, files, new PolicyBook(set, files));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void readInTheBackground() {
        Thread.ofPlatform().daemon().name("policies").start(reading);
    }

    /** The set; whoever asks before it is read waits for it. */
    public PolicySet current() {
        return shipped().set();
    }

    PolicyFiles files() {
        return shipped().files();
    }

    PolicyBook book() {
        return shipped().book();
    }

    private Shipped shipped() {
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
