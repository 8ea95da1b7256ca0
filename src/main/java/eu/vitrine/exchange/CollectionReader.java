package eu.vitrine.exchange;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads lists and tables. */
final class CollectionReader {

    private final List<Problem> problems;
    private final ValueReader values;

    CollectionReader(List<Problem> problems, ValueReader values) {
        this.problems = problems;
        this.values = values;
    }

    /** A list in the order of the file. */
    FactValue.@Nullable Items items(FactDeclaration fact, Located node) {
        if (!(node instanceof Located.Sequence sequence)) {
            return values.wrong(node, fact.id(), "a list");
        }
        FactType element = fact.element() == null ? FactType.TEXT : fact.element();
        List<String> texts = new ArrayList<>();
        for (Located item : sequence.items()) {
            String text = values.text(fact.id(), element, fact.choices(), item, true);
            if (text != null) {
                texts.add(text);
            }
        }
        return new FactValue.Items(texts);
    }

    /** A table in the order of the file. Two rows with the same key are a problem. */
    FactValue.@Nullable Rows rows(FactDeclaration fact, Located node) {
        if (!(node instanceof Located.Sequence sequence)) {
            return values.wrong(node, fact.id(), "a list of rows");
        }
        List<FactValue.Row> rows = new ArrayList<>();
        Map<List<FactValue>, Integer> seen = new LinkedHashMap<>();
        for (Located item : sequence.items()) {
            if (!(item instanceof Located.Mapping mapping)) {
                problems.add(item.problem("each row of \"" + fact.id() + "\" must give its columns by name, not " + item.described()));
                continue;
            }
            FactValue.Row row = row(fact, mapping);
            rows.add(row);
            List<FactValue> key = new ArrayList<>();
            fact.key().forEach(column -> {
                FactValue cell = row.cell(column);
                if (cell != null) {
                    key.add(cell);
                }
            });
            Integer first = key.isEmpty() || key.size() < fact.key().size() ? null : seen.putIfAbsent(key, item.line());
            if (first != null) {
                problems.add(item.problem("this row of \"" + fact.id() + "\" has the same " + String.join(", ", fact.key())
                        + " as the row in line " + first + "; keep one of the two"));
            }
        }
        return new FactValue.Rows(rows);
    }

    private FactValue.Row row(FactDeclaration fact, Located.Mapping mapping) {
        Map<String, FactValue> cells = new LinkedHashMap<>();
        String[] source = {null};
        Day[] asOf = {null};
        List<String> evidence = new ArrayList<>();
        mapping.entries().forEach((name, cell) -> {
            FactDeclaration.Column column = fact.column(name);
            String what = fact.id() + ", column " + name;
            if (column != null) {
                FactValue value = cell.isNull() ? null : values.single(what, column.type(), column.choices(), cell);
                if (value != null) {
                    cells.put(name, value);
                }
            } else if (name.equals("source_url")) {
                source[0] = cell.isNull() ? null : values.text(what, FactType.URL, Map.of(), cell, false);
            } else if (name.equals("as_of")) {
                asOf[0] = cell.isNull() ? null : values.day(what, cell);
            } else if (name.equals("evidence")) {
                evidence.addAll(values.evidence(what, cell));
            } else {
                Set<String> known = new TreeSet<>(Set.of("source_url", "as_of", "evidence"));
                fact.columns().forEach(each -> known.add(each.name()));
                problems.add(mapping.keys().get(name).problem(Spelling.unknown("column of \"" + fact.id() + "\"", name, known)));
            }
        });
        return new FactValue.Row(cells, source[0], asOf[0], evidence);
    }
}
