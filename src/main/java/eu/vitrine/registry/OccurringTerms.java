package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Countries and languages that occur, to choose from. They are the same for everybody and seldom new, so each node remembers them
 * for a minute: a value that another node has just saved may be offered that much later, and is found before.
 */
@Component
class OccurringTerms {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** More than there are countries, or languages that models name. */
    private static final int MOST = 400;
    /** Sorts before every character of a code. */
    private static final String FIRST = "\u0001";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(List<String> terms, Instant at) {}

    OccurringTerms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The values of a fact, in order. */
    List<String> of(Kind kind, String fact) {
        Instant now = clock.instant();
        var known = remembered.get(kind + fact);
        if (known == null || known.at().plus(REMEMBERED).isBefore(now)) {
            known = new Remembered(read(kind, fact), now);
            remembered.put(kind + fact, known);
        }
        return known.terms();
    }

    @EventListener
    void saved(RecordSaved saved) {
        remembered.clear();
    }

    /**
     * From one value to the next, because all rows of a fact are many more than its values. The next begins with the least that
     * can follow a value, because H2 reads an index from a bound on including what is equal to it.
     */
    private List<String> read(Kind kind, String fact) {
        var terms = new ArrayList<String>();
        String last = "";
        while (terms.size() < MOST) {
            var next = jdbc.sql("SELECT term FROM registry_head WHERE fact_id = :fact AND term >= :next AND kind = :kind"
                            + " ORDER BY fact_id, term FETCH FIRST 1 ROWS ONLY")
                    .param("fact", fact).param("next", last + FIRST).param("kind", kind.name()).query(String.class).optional();
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            terms.add(last);
        }
        return List.copyOf(terms);
    }
}
