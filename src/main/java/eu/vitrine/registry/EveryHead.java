package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Walks over all head revisions of a kind, for what the product does by itself at start; no front door for people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EveryHead {

    private final RecordRepository records;
    private final RecordStore store;

    EveryHead(RecordRepository records, RecordStore store) {
        this.records = records;
        this.store = store;
    }

    /** Gives what each head of the kind says, by slug. */
    public void each(Kind kind, Consumer<RecordFile> taker) {
        records.findByKindOrderByNameAscSlugAsc(kind).forEach(record -> taker.accept(store.head(kind, record.slug()).content().file()));
    }
}
