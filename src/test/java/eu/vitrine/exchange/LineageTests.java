package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTests {

    private static RecordFile model(String slug, String... lines) {
        return Reads.record("slug: " + slug + "\nname: " + slug + "\nfacts:\n  model.openness.weights: open\n  " + String.join("\n  ", lines) + "\n");
    }

    private static String madeFrom(String base, String relation) {
        return "model.lineage.bases: {value: [{model: " + base + ", relation: " + relation + "}], complete: true}";
    }

    private static Map<String, Lineage.Inherited> inherited(RecordFile of, RecordFile... others) {
        Function<String, Optional<Facts>> find =
                slug -> List.of(others).stream().filter(one -> one.slug().equals(slug)).map(RecordFile::model).findFirst();
        return Lineage.inherited(of.slug(), of.model(), Shipped.VOCABULARY, find);
    }

    private static final RecordFile BASE = model("base", "model.architecture.parameters_total: 7e9", "model.architecture.context_tokens: 8192",
            "model.training.compute: {value: 9e22, by: provider, as_of: \"2026-01\"}", "model.training.tokens: {state: withheld}");

    @Test
    void a_quantised_model_has_size_and_context_of_its_base_until_its_record_says_otherwise() {
        RecordFile silent = model("small", madeFrom("base", "quantised"));
        assertThat(inherited(silent, BASE)).containsOnlyKeys("model.architecture.parameters_total", "model.architecture.context_tokens");
        RecordFile speaks = model("small", madeFrom("base", "quantised"), "model.architecture.context_tokens: 4096");
        assertThat(inherited(speaks, BASE)).containsOnlyKeys("model.architecture.parameters_total");
    }

    @Test
    void a_fact_comes_through_a_chain_of_bases_from_the_first_that_states_it() {
        RecordFile middle = model("middle", madeFrom("base", "fine_tune"));
        RecordFile last = model("last", madeFrom("middle", "quantised"));
        Lineage.Inherited size = inherited(last, middle, BASE).get("model.architecture.parameters_total");
        assertThat(size.base()).isEqualTo("base");
        assertThat(size.relation()).isEqualTo("quantised");
        assertThat(size.fact()).isEqualTo(BASE.model().get("model.architecture.parameters_total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "distilled", "other"})
    void what_was_merged_or_distilled_takes_nothing_over(String relation) {
        assertThat(inherited(model("new", madeFrom("base", relation)), BASE)).isEmpty();
    }

    @Test
    void of_two_bases_nobody_can_tell_from_which_a_fact_would_come() {
        RecordFile two = model("two", "model.lineage.bases: {value: [{model: base, relation: fine_tune}, {model: other, relation: fine_tune}], complete: true}");
        assertThat(inherited(two, BASE, model("other", "model.architecture.parameters_total: 7e9"))).isEmpty();
    }

    @Test
    void bases_that_name_each_other_end_somewhere() {
        RecordFile one = model("one", madeFrom("two", "quantised"));
        RecordFile two = model("two", madeFrom("one", "quantised"));
        assertThat(inherited(one, two)).isEmpty();
    }

    @Test
    void every_relation_by_which_a_fact_is_inherited_is_one_of_the_vocabulary() {
        var relations = Shipped.VOCABULARY.get(Lineage.BASES).column("relation").choices().keySet();
        for (FactDeclaration declared : Shipped.VOCABULARY.facts()) {
            assertThat(relations).as(declared.id()).containsAll(declared.inheritedBy());
        }
        assertThat(Shipped.VOCABULARY.get("model.architecture.kind").inheritedBy()).contains("quantised");
    }

    @Test
    void the_compute_of_the_original_comes_from_its_record() {
        RecordFile modified = model("mine", madeFrom("base", "fine_tune"), "model.lineage.modification_compute: 1e22");
        List<RecordFile> both = List.of(modified, BASE);
        Fact compute = Subjects.of(both).getFirst().facts().get("model.lineage.original_compute");
        assertThat(compute.claim().value()).isEqualTo(BASE.model().get("model.training.compute").claim().value());
        assertThat(compute.claim().note()).contains("Taken from the record of base");
        assertThat(Subjects.readFor(modified, both)).containsExactly(modified, BASE);
    }

    @Test
    void a_figure_of_its_own_record_wins_over_that_of_the_original() {
        RecordFile modified = model("mine", madeFrom("base", "fine_tune"), "model.lineage.original_compute: 5e22");
        Subject subject = Subjects.of(List.of(modified, BASE)).getFirst();
        assertThat(((FactValue.Amount) subject.facts().get("model.lineage.original_compute").claim().value()).point()).isEqualTo(5e22);
    }

    @Test
    void a_version_by_the_same_provider_and_a_distilled_model_ask_for_no_original() {
        RecordFile same = model("mine", madeFrom("base", "fine_tune"), "model.lineage.modified_by_original_provider: true");
        RecordFile distilled = model("mine", madeFrom("base", "distilled"));
        for (RecordFile one : List.of(same, distilled)) {
            assertThat(Subjects.of(List.of(one, BASE)).getFirst().facts().get("model.lineage.original_compute").state()).isEqualTo(State.UNKNOWN);
        }
    }
}
