package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ListColumns;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The verdict in the list of uses. */
@Component
@Order(50)
class VerdictColumn implements ListColumns {

    private final Verdicts verdicts;
    private final VerdictWords words;

    VerdictColumn(Verdicts verdicts, VerdictWords words) {
        this.verdicts = verdicts;
        this.words = words;
    }

    @Override
    public Kind kind() {
        return Kind.USE;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("uses.verdict", false));
    }

    @Override
    public Map<String, List<Cell>> cells(Collection<String> slugs) {
        Map<String, List<Cell>> cells = new HashMap<>();
        for (String slug : slugs) {
            Verdict verdict = verdicts.of(slug);
            cells.put(slug, List.of(new Cell(words.shortly(verdict), shape(verdict.word()), tone(verdict.word()), null)));
        }
        return cells;
    }

    private static String shape(Verdict.Word word) {
        return switch (word) {
            case MAY_BE_USED, WITH_CONDITIONS -> "met";
            case MUST_NOT_BE_USED, WITHDRAWN -> "not-met";
            case EXPIRED -> "clock";
            case NOT_DECIDED_YET -> "question";
        };
    }

    private static String tone(Verdict.Word word) {
        return switch (word) {
            case MAY_BE_USED, WITH_CONDITIONS -> "met";
            case MUST_NOT_BE_USED, WITHDRAWN -> "notmet";
            case EXPIRED, NOT_DECIDED_YET -> "open";
        };
    }
}
