package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarryOverTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final RecordFile EARLIER = Reads.shipped("deepseek-r1");

    private static CarryOver begun(CarryOver.Run run) {
        return CarryOver.of(EARLIER, "deepseek-r2", "DeepSeek-R2", "2", run, Shipped.VOCABULARY, TODAY);
    }

    @Test
    void provider_licences_and_lasting_facts_are_taken_over_with_their_sources() {
        RecordFile file = begun(CarryOver.Run.NOT_KNOWN).file();
        assertThat(file.provider()).isEqualTo(EARLIER.provider());
        assertThat(file.licences()).isEqualTo(EARLIER.licences());
        assertThat(file.model().get("model.openness.weights")).isEqualTo(EARLIER.model().get("model.openness.weights")).isNotEqualTo(Fact.unknown("model.openness.weights"));
        assertThat(file.version()).isEqualTo("2");
    }

    @Test
    void what_each_version_has_of_its_own_is_left_open_and_named() {
        CarryOver begun = begun(CarryOver.Run.NOT_KNOWN);
        for (String id : List.of("model.identifiers.hub_id", "model.training.compute", "model.release.first_public_date", "model.summary.url")) {
            assertThat(begun.file().model().get(id)).as(id).isEqualTo(Fact.unknown(id));
        }
        assertThat(begun.open()).extracting(FactDeclaration::id).contains("model.identifiers.hub_id", "model.training.compute").doesNotContain("model.openness.weights");
        assertThat(begun.file().findings()).as("what was measured is about the version measured").isEmpty();
    }

    @Test
    void a_version_of_the_same_run_names_the_first_one_of_the_run() {
        RecordFile file = begun(CarryOver.Run.SAME).file();
        assertThat(file.model().get("model.lifecycle_of").claim().value()).isEqualTo(new FactValue.Text("deepseek-v3"));
        assertThat(file.model().get("model.new_pretraining_run").claim().value()).isEqualTo(new FactValue.Truth(false));
        assertThat(begun(CarryOver.Run.NEW).file().model().get("model.lifecycle_of").state()).isEqualTo(State.UNKNOWN);
        assertThat(begun(CarryOver.Run.NOT_KNOWN).file().model().get("model.new_pretraining_run").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_fact_seen_again_today_is_no_longer_stale() {
        CarryOver begun = begun(CarryOver.Run.NOT_KNOWN);
        assertThat(begun.stale()).isNotEmpty();
        List<String> ids = begun.stale().stream().map(FactDeclaration::id).toList();
        var seen = CarryOver.seenAgain(begun.file().model(), ids, TODAY, "Ada");
        for (FactDeclaration declared : begun.stale()) {
            assertThat(CarryOver.isToConfirm(begun.file().model().get(declared.id()).claim(), declared, TODAY)).isTrue();
            assertThat(CarryOver.isToConfirm(seen.get(declared.id()).claim(), declared, TODAY)).as(declared.id()).isFalse();
            assertThat(seen.get(declared.id()).claim().seenOn()).isIn(Day.of(TODAY), seen.get(declared.id()).claim().asOf());
        }
    }

    @Test
    void the_new_record_reads_back_as_it_is() {
        RecordFile file = begun(CarryOver.Run.SAME).file();
        assertThat(Reads.read(List.of(new Source("new.json", file.canonical()))).records()).containsExactly(file);
    }
}
