package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Score;
import eu.vitrine.policy.UseRight;
import eu.vitrine.registry.ListColumns;
import eu.vitrine.web.DatesInWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the newest stored assessment says, in the list of uses: whether we may, and what we owe. */
@Component
@Order(100)
class UseColumns implements ListColumns {

    private static final String NONE = "–";

    private final Assessments assessments;
    private final DatesInWords dates;
    private final MessageSource messages;

    UseColumns(Assessments assessments, DatesInWords dates, MessageSource messages) {
        this.assessments = assessments;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public Kind kind() {
        return Kind.USE;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("uses.right", false), new Column("uses.not-met", true), new Column("uses.open", true),
                new Column("uses.undetermined", true), new Column("columns.next", false));
    }

    @Override
    public Map<String, List<Cell>> cells(Collection<String> slugs) {
        Map<String, List<Cell>> cells = new HashMap<>();
        slugs.forEach(slug -> cells.put(slug, List.of(Cell.of(say("columns.none")), Cell.of(NONE), Cell.of(NONE), Cell.of(NONE), Cell.of(NONE))));
        assessments.latestOf(Kind.USE, List.copyOf(slugs)).forEach(line -> cells.put(line.slug(), cells(line)));
        return cells;
    }

    private List<Cell> cells(AssessmentLine line) {
        Score counts = line.counts();
        return List.of(right(line), count(counts.notMet()), count(counts.open()), count(counts.undetermined()),
                Cell.of(line.nextDate() == null ? NONE : dates.day(line.nextDate())));
    }

    private Cell right(AssessmentLine line) {
        if (line.useRights() == null) {
            return Cell.of(say("uses.right.none"));
        }
        UseRight.Answer answer = UseRight.Answer.valueOf(line.useRights());
        OutcomeMark mark = OutcomeMark.of(answer.shape(), answer.words());
        return new Cell(mark.word(), mark.shape(), mark.tone(), null);
    }

    private static Cell count(int n) {
        return Cell.of(Integer.toString(n));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
