package eu.vitrine.intake;

import eu.vitrine.registry.RecordSaved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fails at the n-th record that is saved, as a full disk or a lost connection would. */
@Component
class FaultAt {

    private int left;

    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param n from 1; 0 for never */
    void step(int n) {
        left = n;
    }

    @EventListener
    void saved(RecordSaved event) {
        if (left > 0 && --left == 0) {
            throw new Fault();
        }
    }
}
