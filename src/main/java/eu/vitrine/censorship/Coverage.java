package eu.vitrine.censorship;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was tested of a model, topic group by language. A cell has a result only where one is recorded as a fact; what others
 * report is counted beside it and is no test of ours.
 *
 * @param languages codes, in order; the first of all are those that studies used
 * @param rows one for each topic group; groups that only serve to compare with stand last and only where something is known
 */
record Coverage(List<String> languages, List<Row> rows) {

    /** The table of results in the vocabulary. */
    static final String FACT = "model.censorship.coverage";
    private static final String NOT_TESTED = "NOT_TESTED";
    /** Shown also where nothing is known of them, so that what is missing can be seen. */
    private static final List<String> ALWAYS = List.of("en", "zh");

    /**
     * @param group code of the topic group
     * @param cells one for each language, in their order
     */
    record Row(String group, List<Cell> cells) {}

    /**
     * @param state code of the result; {@code NOT_TESTED} where none is recorded
     * @param severity code, or null
     * @param on when it was tested, or null
     * @param thisVersion whether exactly this version was tested; null where that is not recorded
     * @param reports findings of others that stand about this group and language
     */
    record Cell(String language, String state, @Nullable String severity, @Nullable Day on, @Nullable Boolean thisVersion, int reports) {

        public boolean isTested() {
            return !state.equals(NOT_TESTED);
        }
    }

    /** How many cells have a result. */
    public long tested() {
        return rows.stream().flatMap(row -> row.cells().stream()).filter(Cell::isTested).count();
    }

    /** How many cells there are. */
    public long cells() {
        return (long) rows.size() * languages.size();
    }

    /**
     * @param coverage the fact with the results
     * @param findings what others report about suppression of topics; withdrawn and superseded ones are left out
     */
    static Coverage of(Fact coverage, Collection<BehaviourFinding> findings) {
        List<FactValue.Row> results = coverage.claim().value() instanceof FactValue.Rows rows ? rows.rows() : List.of();
        List<Statement> reports = findings.stream().filter(one -> one.status().stands()).map(BehaviourFinding::said).toList();
        Set<String> groups = new LinkedHashSet<>();
        Arrays.stream(TopicGroup.values()).filter(group -> !group.isControl()).forEach(group -> groups.add(group.name()));
        Set<String> more = new TreeSet<>();
        results.forEach(row -> add(text(row, "topic_group"), more));
        reports.forEach(report -> add(report.topicGroup(), more));
        groups.addAll(more);
        Set<String> languages = new TreeSet<>();
        results.forEach(row -> add(text(row, "language"), languages));
        reports.forEach(report -> add(report.language(), languages));
        languages.removeAll(ALWAYS);
        List<String> ordered = new ArrayList<>(ALWAYS);
        ordered.addAll(languages);
        List<Row> rows = groups.stream().map(group -> new Row(group, ordered.stream().map(language -> cell(group, language, results, reports)).toList())).toList();
        return new Coverage(List.copyOf(ordered), rows);
    }

    private static void add(@Nullable String code, Set<String> codes) {
        if (code != null) {
            codes.add(TopicGroup.of(code).map(TopicGroup::name).orElse(code));
        }
    }

    private static Cell cell(String group, String language, List<FactValue.Row> results, List<Statement> reports) {
        int count = (int) reports.stream().filter(one -> group.equals(one.topicGroup()) && language.equals(one.language())).count();
        for (FactValue.Row row : results) {
            if (group.equals(group(row)) && language.equals(text(row, "language"))) {
                Day on = row.cell("on") instanceof FactValue.Date(Day day) ? day : null;
                Boolean same = row.cell("same_version") instanceof FactValue.Truth(boolean truth) ? truth : null;
                String state = text(row, "state");
                return new Cell(language, state == null ? NOT_TESTED : state, text(row, "severity"), on, same, count);
            }
        }
        return new Cell(language, NOT_TESTED, null, null, null, count);
    }

    private static @Nullable String group(FactValue.Row row) {
        String code = text(row, "topic_group");
        return code == null ? null : TopicGroup.of(code).map(TopicGroup::name).orElse(code);
    }

    private static @Nullable String text(FactValue.Row row, String column) {
        return row.cell(column) instanceof FactValue.Text(String text) ? text : null;
    }

    /** Codes of results and severities with their words, as the vocabulary has them. */
    static Map<String, String> words(FactDeclaration declared) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String column : List.of("state", "severity")) {
            FactDeclaration.Column of = declared.column(column);
            if (of != null) {
                words.putAll(of.choices());
            }
        }
        return words;
    }
}
