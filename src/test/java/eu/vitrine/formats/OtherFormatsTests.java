package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.DAY;
import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.fixture;
import static eu.vitrine.formats.ReaderFixtures.said;
import static eu.vitrine.formats.ReaderFixtures.text;
import static eu.vitrine.formats.ReaderFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Awkward entries of the two indices of openness and awkward reports. */
class OtherFormatsTests {

    private final OpenSourceIndex index = new OpenSourceIndex(BOOK);
    private final ModelOpenness openness = new ModelOpenness(BOOK);
    private final TransparencyReport transparency = new TransparencyReport();

    @Test
    void an_entry_of_the_index_gives_what_it_plainly_says() {
        Imported imported = index.read(List.of(fixture("river.yaml")), new Origin(null, DAY));
        ImportedRecord river = imported.records().getFirst();
        assertThat(told(river)).isEqualTo(Map.ofEntries(
                Map.entry("model.modalities.output", "text image"), Map.entry("model.release.first_public_date", "2026-03"),
                Map.entry("model.lineage.bases", "river-base"), Map.entry("model.identifiers.hub_id", "acme/River-Chat"),
                Map.entry("model.openness.weights", "closed"), Map.entry("mit/licence.id", "MIT"), Map.entry("mit/licence.artefacts", "weights"),
                Map.entry("apache-2-0/licence.id", "Apache-2.0"), Map.entry("apache-2-0/licence.artefacts", "code"),
                Map.entry("bsd-3-clause/licence.id", "BSD-3-Clause"), Map.entry("bsd-3-clause/licence.artefacts", "code")));
        assertThat(river.file().family()).isEqualTo("River");
        assertThat(river.file().indices().getFirst().note()).isEqualTo("0 open, 2 partial, 1 closed, 9 not assessed, of 12 criteria");
        assertThat(faults(river)).isEmpty();
        assertThat(said(imported.remarks())).contains(
                "3 This stands in a comment only; a comment is no statement of the file.",
                "26 This stands in a comment only; a comment is no statement of the file.",
                "36 The class of a criterion is one of open, partial and closed, or empty.",
                "44 The key \"surprise\" is none of the index, and the record has no place for it.");
    }

    @Test
    void a_criterion_without_a_class_was_not_assessed() {
        Imported imported = index.read(List.of(text("a.yaml", "system: {name: River}\nweights_endmodel: {class: , link: , notes: }\n")),
                Origin.UNKNOWN);
        assertThat(told(imported.records().getFirst())).isEmpty();
        assertThat(imported.remarks()).isEmpty();
    }

    @Test
    void a_broken_criterion_loses_none_of_the_others() {
        Imported imported = index.read(List.of(text("a.yaml",
                "system:\n  name: River\nweights_endmodel:\n  class: open\npaper:\n  class: [open\nmodelcard:\n  class: open\n")), Origin.UNKNOWN);
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.openness.weights", "open"));
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.weight()).isEqualTo(Remark.Weight.FIELD_LEFT_OUT);
            assertThat(remark.place().line()).isEqualTo(7);
        });
    }

    @Test
    void a_file_of_the_openness_framework_gives_what_it_plainly_says() {
        Imported imported = openness.read(List.of(fixture("river-openness.yml")), new Origin(null, DAY));
        ImportedRecord river = imported.records().getFirst();
        assertThat(told(river)).isEqualTo(Map.of(
                "acme-river-lab/provider.brand", "Acme River Lab", "eupl-1-2/licence.id", "EUPL-1.2", "eupl-1-2/licence.artefacts", "weights",
                "eupl-1-2/licence.url", "https://example.org/LICENCE", "cc-by-4-0/licence.id", "CC-BY-4.0",
                "cc-by-4-0/licence.artefacts", "documentation", "model.documentation.technical_report_url", "https://example.org/report.pdf"));
        assertThat(river.file().version()).isEqualTo("2.1");
        assertThat(faults(river)).isEmpty();
        assertThat(said(imported.remarks())).containsExactly(
                "8 This is no day of the calendar.",
                "9 This type does not say what the model generates.",
                "10 The key \"release.treatment\" says nothing that the record has a place for.",
                "12 Whether this is a base model, a family or a place of origin does not follow from the file.",
                "15 This is no model on the hub.",
                "23 4 components are listed, with 2 licences of the whole release and 2 of single components. That a component is listed does not show that it can be had.",
                "25 This names no licence.",
                "28 This is none of the components of the framework.",
                "30 A component has keys and values, not \"a line by itself\".");
    }

    @Test
    void a_report_gives_what_it_plainly_says() {
        Imported imported = transparency.read(List.of(fixture("Acme_fmtransparencyreport_Dec2025.csv")), Origin.UNKNOWN);
        ImportedRecord acme = imported.records().getFirst();
        assertThat(told(acme)).isEqualTo(Map.of("model.copyright.crawlers", "(withheld)",
                "model.openness.architecture_information_public", "false", "acme/provider.brand", "Acme"));
        assertThat(acme.places().get("model.openness.architecture_information_public").line()).isEqualTo(5);
        assertThat(acme.file().model().get("model.copyright.crawlers").claim().asOf()).isEqualTo(Day.parse("2025-12").orElseThrow());
        assertThat(acme.file().indices()).as("a sum of some indicators is no score").isEmpty();
        assertThat(faults(acme)).isEmpty();
        assertThat(said(imported.remarks())).contains("4 The index answers this in words, score 1; it is for a person to read.",
                "6 The score of an indicator is 0 or 1.", "8 The row has 3 cells instead of 7.",
                "0 The report is not complete, so its sum is not the score of the company.");
    }

    @Test
    void a_report_whose_file_was_renamed_is_nobodys() {
        Imported imported = transparency.read(List.of(new Source("report.csv",
                fixture("Acme_fmtransparencyreport_Dec2025.csv").bytes())), Origin.UNKNOWN);
        assertThat(imported.records()).isEmpty();
        assertThat(said(imported.remarks())).contains(
                "0 Neither the table nor the name of the file says which company the report is about.");
    }

    @Test
    void a_quotation_mark_that_never_closes_is_named_after_the_rows_before_it() {
        Imported imported = transparency.read(List.of(text("Acme_fmtransparencyreport_Dec2025.csv",
                "Indicator,Definition,Notes,Disclosure,Justification,References,Score\nCrawling,,,,No information provided.,,0\nx,\"y\n")),
                        Origin.UNKNOWN);
        assertThat(told(imported.records().getFirst())).containsEntry("model.copyright.crawlers", "(withheld)");
        assertThat(said(imported.remarks())).anySatisfy(remark -> assertThat(remark).contains("broken after 1 row"));
    }

    @Test
    void files_of_other_formats_are_not_recognised() {
        assertThat(index.recognises(text("a.yaml", "release: {name: x}"))).isFalse();
        assertThat(index.recognises(fixture("river.yaml"))).isTrue();
        assertThat(openness.recognises(fixture("river.yaml"))).isFalse();
        assertThat(openness.recognises(fixture("river-openness.yml"))).isTrue();
        assertThat(transparency.recognises(fixture("Acme_fmtransparencyreport_Dec2025.csv"))).isTrue();
        assertThat(transparency.recognises(text("a.csv", "slug,name\n"))).isFalse();
    }
}
