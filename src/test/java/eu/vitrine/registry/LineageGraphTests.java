package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineageGraphTests {

    private static Map<String, LineageGraph.Named> named(String... slugs) {
        var names = new LinkedHashMap<String, LineageGraph.Named>();
        for (String slug : slugs) {
            names.put(slug, new LineageGraph.Named(slug, slug, null));
        }
        return names;
    }

    private static LineageGraph.Link link(String base, String derived) {
        return new LineageGraph.Link(base, derived, "Fine-tuned from");
    }

    private static int x(LineageGraph graph, String slug) {
        return graph.nodes().stream().filter(node -> node.slug().equals(slug)).findFirst().orElseThrow().x();
    }

    @Test
    void a_base_stands_left_of_everything_made_from_it() {
        LineageGraph graph = LineageGraph.of("c", named("a", "b", "c"), List.of(link("a", "b"), link("b", "c"), link("a", "c")));
        assertThat(x(graph, "a")).isLessThan(x(graph, "b"));
        assertThat(x(graph, "b")).isLessThan(x(graph, "c"));
        assertThat(graph.edges()).hasSize(3);
    }

    @Test
    void models_of_one_column_do_not_lie_upon_each_other() {
        LineageGraph graph = LineageGraph.of("a", named("a", "b", "c", "d"), List.of(link("a", "b"), link("a", "c"), link("a", "d")));
        assertThat(graph.nodes().stream().map(node -> node.x() + " " + node.y())).doesNotHaveDuplicates();
        assertThat(graph.nodes()).allMatch(node -> node.x() >= 0 && node.x() + node.width() <= graph.width() && node.y() >= 0 && node.y() + node.height() <= graph.height());
    }

    @Test
    void models_that_name_each_other_are_drawn_and_end_somewhere() {
        LineageGraph graph = LineageGraph.of("a", named("a", "b"), List.of(link("a", "b"), link("b", "a")));
        assertThat(graph.nodes()).hasSize(2);
        assertThat(graph.width()).isLessThan(20_000);
    }

    @Test
    void a_model_alone_is_no_family() {
        assertThat(LineageGraph.of("a", named("a"), List.of()).isFamily()).isFalse();
    }
}
