package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.sample;
import static eu.vitrine.formats.ReaderFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.IndexEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real reports of the Foundation Model Transparency Index. What is expected here was read off the tables by a person. */
class TransparencySampleTests {

    private static final String REPORTS = "exchange-samples/fmti";
    private static final String DEEPSEEK = "DeepSeek_fmtransparencyreport_Dec2025.csv";
    private static final String MISTRAL = "Mistral_fmtransparencyreport_Dec2025.csv";
    private final TransparencyReport format = new TransparencyReport();

    private Imported read(String name, Origin origin) {
        return format.read(List.of(sample(REPORTS, name)), origin);
    }

    private static int scoreOf(Imported imported) {
        IndexEntry entry = imported.records().getFirst().file().indices().getFirst();
        assertThat(entry.name()).isEqualTo("fmti_2025_company_score");
        return entry.score() == null ? -1 : entry.score().intValueExact();
    }

    @Test
    void the_scores_add_up_to_those_of_the_matrix() {
        assertThat(scoreOf(read(DEEPSEEK, Origin.UNKNOWN))).isEqualTo(32);
        assertThat(scoreOf(read(MISTRAL, Origin.UNKNOWN))).isEqualTo(18);
    }

    @Test
    void deepseek_gives_neither_crawlers_nor_compute() {
        ImportedRecord record = read(DEEPSEEK, Origin.UNKNOWN).records().getFirst();
        assertThat(told(record)).isEqualTo(Map.of("model.copyright.crawlers", "(withheld)", "model.training.compute", "(withheld)",
                "model.openness.architecture_information_public", "true", "deepseek/provider.brand", "DeepSeek"));
        assertThat(record.places().get("model.training.compute")).isEqualTo(new Place(DEEPSEEK, 151, "Compute usage for final training run"));
        assertThat(faults(record)).isEmpty();
    }

    @Test
    void mistral_gives_no_amount_of_data_either() {
        ImportedRecord record = read(MISTRAL, Origin.UNKNOWN).records().getFirst();
        assertThat(told(record)).isEqualTo(Map.of("model.copyright.crawlers", "(withheld)", "model.training.compute", "(withheld)",
                "model.training.tokens", "(withheld)", "model.openness.architecture_information_public", "false",
                "mistral/provider.brand", "Mistral"));
        assertThat(faults(record)).isEmpty();
    }

    @Test
    void a_figure_in_a_sentence_is_for_a_person_to_read() {
        assertThat(read(DEEPSEEK, Origin.UNKNOWN).remarks()).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("model.training.tokens");
            assertThat(remark.place().line()).isEqualTo(122);
            assertThat(remark.value()).contains("2.664M H800 GPU hours");
        });
    }

    @Test
    void the_month_in_the_name_dates_the_claims_and_a_day_within_it_more_exactly() {
        Day day = Day.parse("2025-12-09").orElseThrow();
        Day later = Day.parse("2026-03-01").orElseThrow();
        assertThat(read(DEEPSEEK, new Origin(null, day)).records().getFirst().file().indices().getFirst().asOf()).isEqualTo(day);
        assertThat(read(DEEPSEEK, new Origin(null, later)).records().getFirst().file().indices().getFirst().asOf())
                .isEqualTo(Day.parse("2025-12").orElseThrow());
    }

    @Test
    void the_matrix_of_all_companies_is_refused_with_the_columns_of_a_report() {
        Imported imported = read("Dec2025_scores.csv", Origin.UNKNOWN);
        assertThat(imported.records()).isEmpty();
        assertThat(imported.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.weight()).isEqualTo(Remark.Weight.REJECTED);
            assertThat(remark.problem()).startsWith("The columns of a report are Indicator, Definition");
        });
    }

    @Test
    void the_score_is_that_of_the_company_and_says_so() {
        IndexEntry entry = read(DEEPSEEK, new Origin("https://example.org/report.csv", null)).records().getFirst().file().indices().getFirst();
        assertThat(entry.score()).isEqualByComparingTo(BigDecimal.valueOf(32));
        assertThat(entry.note()).contains("the company's disclosure");
        assertThat(entry.sourceUrl()).isEqualTo("https://example.org/report.csv");
    }
}
