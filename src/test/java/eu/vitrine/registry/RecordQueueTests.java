package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RecordQueueTests {

    private final RecordQueue queue = new RecordQueue();

    @AfterEach
    void the_transaction_ends() {
        end();
    }

    private static void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    private static void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var all = TransactionSynchronizationManager.getSynchronizations();
            all.forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private CompletableFuture<String> other(String slug) {
        return CompletableFuture.supplyAsync(() -> {
            begin();
            queue.enter(Kind.USE, slug);
            end();
            return slug;
        });
    }

    @Test
    void a_transaction_that_writes_thousands_of_records_keeps_nobody_from_another() throws Exception {
        begin();
        for (int i = 0; i < 5000; i++) {
            queue.enter(Kind.USE, "record-" + i);
        }
        assertThat(other("another").get(5, TimeUnit.SECONDS)).isEqualTo("another");
    }

    @Test
    void the_same_record_is_waited_for_until_the_transaction_ends_however_often_it_was_entered() throws Exception {
        begin();
        queue.enter(Kind.USE, "same");
        queue.enter(Kind.USE, "same");
        CompletableFuture<String> waiting = other("same");
        Thread.sleep(200);
        assertThat(waiting).isNotDone();
        end();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("same");
    }
}
