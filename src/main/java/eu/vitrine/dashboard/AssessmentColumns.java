package eu.vitrine.dashboard;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Score;
import eu.vitrine.registry.ListColumns;
import eu.vitrine.web.DatesInWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the newest stored assessment says, in the list of models. */
@Component
class AssessmentColumns implements ListColumns {

    private static final String NONE = "–";

    private final Assessments assessments;
    private final DatesInWords dates;
    private final MessageSource messages;

    AssessmentColumns(Assessments assessments, DatesInWords dates, MessageSource messages) {
        this.assessments = assessments;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public Kind kind() {
        return Kind.MODEL;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("columns.shown", true), new Column("columns.not-met", true), new Column("columns.open", true),
                new Column("columns.undetermined", true), new Column("columns.next", false));
    }

    @Override
    public Map<String, List<Cell>> cells(Collection<String> slugs) {
        Map<String, AssessmentLine> latest = new HashMap<>();
        assessments.latestOf(slugs).forEach(line -> latest.put(line.slug(), line));
        Map<String, List<Cell>> cells = new HashMap<>();
        for (String slug : slugs) {
            AssessmentLine line = latest.get(slug);
            cells.put(slug, line == null ? none(slug) : cells(line));
        }
        return cells;
    }

    private List<Cell> none(String slug) {
        return List.of(Cell.of(NONE), Cell.of(NONE), Cell.of(NONE), Cell.of(NONE),
                new Cell(messages.getMessage("columns.none", null, LocaleContextHolder.getLocale()), "dash", "na", "/models/" + slug));
    }

    /** A count of nothing needs no shape: only what stands out does. */
    private List<Cell> cells(AssessmentLine line) {
        Score counts = line.counts();
        return List.of(count(counts.shown(), "met", "met"), count(counts.notMet(), "not-met", "notmet"), count(counts.open(), "question", "open"),
                count(counts.undetermined(), "question", "open"), Cell.of(line.nextDate() == null ? NONE : dates.day(line.nextDate())));
    }

    private static Cell count(int n, String shape, String tone) {
        return n == 0 ? Cell.of("0") : new Cell(Integer.toString(n), shape, tone, null);
    }
}
