package eu.vitrine.history;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a table; rows that stayed are counted and not shown.
 *
 * @param heads heads of the columns
 * @param lines rows that were added, removed or changed
 * @param kept how many stayed as they were
 * @param reordered whether rows that both have stand in another order
 */
record RowsChange(List<String> heads, List<Line> lines, int kept, boolean reordered) {

    /** One row, each cell with both sides. */
    record Line(RowDiff.How how, List<List<Stretch>> cells) {}

    private static final String SOURCE = "Source";
    private static final String AS_OF = "Date of the source";
    private static final String EVIDENCE = "Archived bytes";

    RowsChange {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    static RowsChange of(FactDeclaration declared, RowDiff diff) {
        List<Map<String, List<Stretch>>> rows = new ArrayList<>();
        diff.lines().stream().filter(line -> line.how() != RowDiff.How.KEPT).forEach(line -> rows.add(cells(declared, line)));
        List<String> heads = new ArrayList<>(declared.columns().stream().map(FactDeclaration.Column::label).toList());
        List.of(SOURCE, AS_OF, EVIDENCE).stream().filter(head -> rows.stream().anyMatch(row -> !row.get(head).isEmpty())).forEach(heads::add);
        List<RowDiff.How> hows = diff.lines().stream().map(RowDiff.Line::how).filter(how -> how != RowDiff.How.KEPT).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Line(hows.get(i), heads.stream().map(rows.get(i)::get).toList()));
        }
        return new RowsChange(heads, lines, diff.count(RowDiff.How.KEPT), diff.reordered());
    }

    private static Map<String, List<Stretch>> cells(FactDeclaration declared, RowDiff.Line line) {
        Map<String, List<Stretch>> cells = new LinkedHashMap<>();
        for (FactDeclaration.Column column : declared.columns()) {
            cells.put(column.label(), cell(cell(column, line.before()), cell(column, line.after()), line.how()));
        }
        FactValue.Row before = line.before();
        FactValue.Row after = line.after();
        cells.put(SOURCE, cell(before == null ? null : before.sourceUrl(), after == null ? null : after.sourceUrl(), line.how()));
        cells.put(AS_OF, cell(before == null || before.asOf() == null ? null : FactWords.day(before.asOf()),
                after == null || after.asOf() == null ? null : FactWords.day(after.asOf()), line.how()));
        cells.put(EVIDENCE, cell(before == null ? null : String.join(", ", before.evidence()),
                after == null ? null : String.join(", ", after.evidence()), line.how()));
        return cells;
    }

    private static @Nullable String cell(FactDeclaration.Column column, FactValue.@Nullable Row row) {
        FactValue cell = row == null ? null : row.cell(column.name());
        return cell == null ? null : FactWords.cell(column, cell);
    }

    private static List<Stretch> cell(@Nullable String before, @Nullable String after, RowDiff.How how) {
        return how == RowDiff.How.CHANGED ? WordDiff.of(before == null ? "" : before, after == null ? "" : after)
                : PartChange.replaced("cell", before, after).stretches();
    }

    int count(RowDiff.How how) {
        return (int) lines.stream().filter(line -> line.how() == how).count();
    }

    public int added() {
        return count(RowDiff.How.ADDED);
    }

    public int removed() {
        return count(RowDiff.How.REMOVED);
    }

    public int changed() {
        return count(RowDiff.How.CHANGED);
    }
}
