package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementsTests {

    private static final Fact OF_MODEL = new Fact("model.copyright.policy_reading", Claim.of(new FactValue.Text("gaps")), List.of());
    private static final Fact OF_LICENCE = new Fact("licence.restrictions.threshold_reading", Claim.of(new FactValue.Text("tolerated")), List.of());
    private static final Fact NAME = new Fact("licence.id", Claim.of(new FactValue.Text("MIT")), List.of());

    private static RecordFile judged() {
        return RecordFile.ofModel("judged", "Judged", null, null).withFacts(Kind.MODEL, Facts.of(List.of(OF_MODEL)))
                .with(null, List.of(new Subject.Part(Kind.LICENCE, "mit", Facts.of(List.of(NAME, OF_LICENCE)))), List.of());
    }

    private static Reading read(RecordReader reader, byte[] bytes) {
        return reader.read(List.of(new Source("judged.json", bytes)));
    }

    @Test
    void what_was_kept_is_read_back_with_its_judgements_and_no_file_may_bring_them() {
        byte[] kept = judged().canonical();
        assertThat(read(RecordReader.ofKept(Shipped.VOCABULARY), kept).records()).containsExactly(judged());
        assertThat(read(RecordReader.with(Shipped.VOCABULARY), kept).problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.message()).contains("never imported"));
    }

    @Test
    void an_export_leaves_judgements_out_and_can_be_imported_again() {
        Reading again = read(RecordReader.with(Shipped.VOCABULARY), RecordWriter.with(Shipped.VOCABULARY).json(judged()));
        assertThat(again.problems()).isEmpty();
        assertThat(again.records().getFirst().model().all()).isEmpty();
        assertThat(again.records().getFirst().licences().getFirst().facts().all()).containsExactly(NAME);
    }
}
