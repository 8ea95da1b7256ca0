package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.HeldList.Atom;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A search as sets of records. Every value is a parameter; what else stands in a statement comes from this class. */
final class Conditions {

    private static final String WORDS = "SELECT a.record_id FROM registry_word a WHERE a.kind = :kind AND a.word >= :from AND a.word < :before";
    private static final String HEADS = "SELECT a.record_id FROM registry_head a WHERE a.kind = :kind AND a.fact_id = :fact";
    private static final String FIGURES = "SELECT a.record_id FROM registry_figure a WHERE a.kind = :kind AND a.fact_id = :fact";

    private final Kind kind;
    private final HeldList list;

    private Conditions(Kind kind, HeldList list) {
        this.kind = kind;
        this.list = list;
    }

    /** The records that fit a search, whoever sees them, by number. */
    static BitSet fitting(RecordSearch search, HeldList list) {
        var conditions = new Conditions(search.kind(), list);
        BitSet fitting = list.all();
        List<String> words = Tokens.asked(search.text());
        if (words.isEmpty() && !search.text().isEmpty()) {
            return new BitSet(); // signs alone occur nowhere
        }
        words.forEach(word -> fitting.and(conditions.word(word)));
        search.wanted().forEach(wanted -> fitting.and(conditions.wanted(wanted)));
        return fitting;
    }

    private BitSet word(String word) {
        return list.fitting(new Atom(WORDS, Map.of("kind", kind.name(), "from", word, "before", Tokens.after(word))));
    }

    private BitSet wanted(Wanted wanted) {
        BitSet fitting = new BitSet();
        for (String term : wanted.terms()) {
            fitting.or(fact(wanted.key(), HEADS + " AND a.term = :term", Map.of("term", term)));
        }
        if (wanted.isRange()) {
            fitting.or(range(wanted));
        }
        if (wanted.known()) {
            fitting.or(fact(wanted.key(), HEADS, Map.of()));
        }
        if (wanted.notKnown()) {
            BitSet notKnown = list.all();
            notKnown.andNot(fact(wanted.key(), HEADS, Map.of()));
            fitting.or(notKnown);
        }
        return fitting;
    }

    private BitSet range(Wanted wanted) {
        var ends = new HashMap<String, Object>();
        String sql = FIGURES;
        if (wanted.atLeast() != null) {
            sql += " AND a.high >= :least";
            ends.put("least", wanted.atLeast());
        }
        if (wanted.atMost() != null) {
            sql += " AND a.low <= :most";
            ends.put("most", wanted.atMost());
        }
        return fact(wanted.key(), sql, ends);
    }

    private BitSet fact(String fact, String sql, Map<String, Object> more) {
        var parameters = new HashMap<>(more);
        parameters.put("kind", kind.name());
        parameters.put("fact", fact);
        return list.fitting(new Atom(sql, Map.copyOf(parameters)));
    }
}
