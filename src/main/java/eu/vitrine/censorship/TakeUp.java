package eu.vitrine.censorship;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.registry.EveryHead;
import eu.vitrine.registry.RecordSaved;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes findings out of what record files bring, when a model is saved; once also out of what was saved by earlier releases. */
@Component
@Order(200)
class TakeUp implements ApplicationRunner {

    private final FindingStore store;
    private final EveryHead heads;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    TakeUp(FindingStore store, EveryHead heads, AuditTrail trail, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.heads = heads;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void saved(RecordSaved saved) {
        if (saved.revision().pin().kind() == Kind.MODEL && !saved.file().findings().isEmpty()) {
            take(saved.file().slug(), saved.file().findings(), saved.revision().by());
        }
    }

    private void take(String model, List<PublishedFinding> published, Actor by) {
        var occasion = new FindingStore.Occasion(by, clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        int taken = (int) published.stream().filter(one -> store.take(model, Statement.of(one), occasion)).count();
        if (taken > 0) {
            trail.record(AuditEntry.of(by, "finding.taken-up", AuditEntry.Subject.of("model", model)).with("findings", taken));
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(status -> {
            if (!store.wasStarted()) {
                store.started(clock.instant());
                heads.each(Kind.MODEL, file -> {
                    if (!file.findings().isEmpty()) {
                        take(file.slug(), file.findings(), Actor.SYSTEM);
                    }
                });
            }
        });
    }
}
