package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.FactValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowDiffTests {

    private static final List<String> KEY = List.of("name");

    @Provide
    Arbitrary<List<FactValue.Row>> tables() {
        Arbitrary<String> names = Arbitraries.of("web crawl", "books", "code", "");
        Arbitrary<String> shares = Arbitraries.of("10", "20", "");
        return Combinators.combine(names, shares).as(RowDiffTests::row).list().ofMaxSize(6);
    }

    private static FactValue.Row row(String name, String share) {
        Map<String, FactValue> cells = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            cells.put("name", new FactValue.Text(name));
        }
        if (!share.isEmpty()) {
            cells.put("share", new FactValue.Text(share));
        }
        return new FactValue.Row(cells, null, null);
    }

    @Property
    void every_row_of_both_tables_stands_in_exactly_one_line(@ForAll("tables") List<FactValue.Row> before, @ForAll("tables") List<FactValue.Row> after) {
        RowDiff diff = RowDiff.between(KEY, before, after);
        assertThat(rows(diff.lines().stream().map(RowDiff.Line::before))).containsExactlyInAnyOrderElementsOf(before);
        assertThat(rows(diff.lines().stream().map(RowDiff.Line::after))).containsExactlyElementsOf(after);
    }

    private static List<FactValue.Row> rows(Stream<FactValue.Row> rows) {
        List<FactValue.Row> all = new ArrayList<>();
        rows.forEach(row -> {
            if (row != null) {
                all.add(row);
            }
        });
        return all;
    }

    @Property
    void rows_of_one_line_have_one_key(@ForAll("tables") List<FactValue.Row> before, @ForAll("tables") List<FactValue.Row> after) {
        RowDiff.between(KEY, before, after).lines().stream().filter(line -> line.before() != null && line.after() != null)
                .forEach(line -> assertThat(line.before().cell("name")).isEqualTo(line.after().cell("name")));
    }

    @Property
    void a_key_is_never_both_added_and_removed(@ForAll("tables") List<FactValue.Row> before, @ForAll("tables") List<FactValue.Row> after) {
        RowDiff diff = RowDiff.between(KEY, before, after);
        var added = diff.lines().stream().filter(line -> line.how() == RowDiff.How.ADDED).map(line -> String.valueOf(line.after().cell("name"))).toList();
        var removed = diff.lines().stream().filter(line -> line.how() == RowDiff.How.REMOVED).map(line -> String.valueOf(line.before().cell("name"))).toList();
        assertThat(added).noneMatch(removed::contains);
    }

    @Property
    void nothing_differs_exactly_when_the_tables_are_equal(@ForAll("tables") List<FactValue.Row> before, @ForAll("tables") List<FactValue.Row> after) {
        assertThat(RowDiff.between(KEY, before, after).isEmpty()).isEqualTo(before.equals(after));
        assertThat(RowDiff.between(List.of(), before, after).isEmpty()).isEqualTo(before.equals(after));
    }

    @Test
    void rows_that_only_changed_places_are_kept_and_said_to_stand_in_another_order() {
        RowDiff diff = RowDiff.between(KEY, List.of(row("books", "10"), row("code", "20")), List.of(row("code", "20"), row("books", "10")));
        assertThat(diff.count(RowDiff.How.KEPT)).isEqualTo(2);
        assertThat(diff.reordered()).isTrue();
    }
}
