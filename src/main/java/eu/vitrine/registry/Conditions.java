package eu.vitrine.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as conditions on the index. Every value is a parameter; what else stands in a statement comes from this class.
 *
 * @param each conditions that must all hold
 * @param units condition on the units that the person sees, beginning with AND, or empty; the one place where it enters
 * @param parameters values by name
 */
record Conditions(List<Condition> each, String units, Map<String, Object> parameters) {

    /**
     * One condition.
     *
     * @param probe asked of one record, the line {@code l}
     * @param drive all records that fit, possibly more than once; null where no index finds them
     * @param once whether {@code drive} gives each record once
     */
    record Condition(String probe, @Nullable String drive, boolean once) {}

    /** Keeps PostgreSQL from joining what should be asked record by record; H2 does so anyway. */
    private static final String BY_RECORD = " OFFSET 0 ROWS";

    private static final String WORDS = "FROM registry_word w WHERE ";
    private static final String HEADS = "FROM registry_head f WHERE ";
    private static final String FIGURES = "FROM registry_figure g WHERE ";

    static Conditions of(RecordSearch search, VisibleRecords visible) {
        var conditions = new Conditions(new ArrayList<>(), visible.and("l.unit"), new HashMap<>());
        conditions.parameters.put("kind", search.kind().name());
        conditions.parameters.put("units", visible.units());
        List<String> words = Tokens.asked(search.text());
        if (words.isEmpty() && !search.text().isEmpty()) {
            conditions.each.add(new Condition("1 = 0", "SELECT w.record_id " + WORDS + "1 = 0", true)); // signs alone occur nowhere
        }
        words.forEach(conditions::word);
        search.wanted().forEach(conditions::wanted);
        return conditions;
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private void word(String word) {
        String range = "w.word >= " + parameter(word) + " AND w.word < " + parameter(Tokens.after(word));
        each.add(new Condition(exists(WORDS + "w.record_id = l.record_id AND " + range),
                "SELECT w.record_id " + WORDS + "w.kind = :kind AND " + range, false));
    }

    private void wanted(Wanted wanted) {
        String fact = parameter(wanted.key());
        var ways = new ArrayList<Condition>();
        if (!wanted.terms().isEmpty()) {
            String terms = wanted.terms().stream().map(this::parameter).collect(Collectors.joining(", "));
            ways.add(condition(HEADS, "f", fact, " AND f.term IN (" + terms + ")", wanted.terms().size() == 1));
        }
        if (wanted.isRange()) {
            String least = wanted.atLeast() == null ? "" : " AND g.high >= " + parameter(wanted.atLeast());
            String most = wanted.atMost() == null ? "" : " AND g.low <= " + parameter(wanted.atMost());
            ways.add(condition(FIGURES, "g", fact, least + most, false));
        }
        if (wanted.known()) {
            ways.add(condition(HEADS, "f", fact, "", false));
        }
        if (wanted.notKnown()) {
            ways.add(new Condition("NOT " + exists(HEADS + "f.record_id = l.record_id AND f.fact_id = " + fact), null, true));
        }
        each.add(ways.size() == 1 ? ways.getFirst()
                : new Condition(ways.stream().map(Condition::probe).collect(Collectors.joining(" OR ", "(", ")")), null, true));
    }

    private static Condition condition(String from, String alias, String fact, String rest, boolean once) {
        String is = alias + ".fact_id = " + fact + rest;
        return new Condition(exists(from + alias + ".record_id = l.record_id AND " + is),
                "SELECT " + alias + ".record_id " + from + alias + ".kind = :kind AND " + is, once);
    }

    private static String exists(String from) {
        return "EXISTS (SELECT 1 " + from + BY_RECORD + ")";
    }

    /** All conditions but these, each beginning with AND, and that on the units. */
    String andAllBut(Set<Condition> answered) {
        return each.stream().filter(condition -> !answered.contains(condition)).map(condition -> " AND " + condition.probe()).collect(Collectors.joining()) + units;
    }
}
