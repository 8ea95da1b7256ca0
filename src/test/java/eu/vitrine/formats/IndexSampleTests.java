package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.DAY;
import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.sample;
import static eu.vitrine.formats.ReaderFixtures.samples;
import static eu.vitrine.formats.ReaderFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.SourceTier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real entries of the European Open Source AI Index. What is expected here was read off the files by a person. */
class IndexSampleTests {

    private static final String INDEX = "exchange-samples/osai";
    private static final String ADDRESS = "https://example.org/main-database/blob/5a388e8/";
    private final OpenSourceIndex format = new OpenSourceIndex(BOOK);

    private Imported read(String name) {
        return format.read(List.of(sample(INDEX, name)), new Origin(ADDRESS + name, DAY));
    }

    @Test
    void apertus_is_open_in_all_but_the_paper() {
        ImportedRecord apertus = read("Apertus.yaml").records().getFirst();
        assertThat(told(apertus)).isEqualTo(Map.ofEntries(
                Map.entry("model.modalities.output", "text"), Map.entry("model.release.first_public_date", "2025-09"),
                Map.entry("model.lineage.bases", "apertus-70b-2509"),
                Map.entry("model.identifiers.hub_id", "swiss-ai/Apertus-70B-Instruct-2509"),
                Map.entry("model.disclosure.datasets_named", "true"), Map.entry("model.openness.weights", "open"),
                Map.entry("model.documentation.technical_report_url", "https://arxiv.org/abs/2509.14233"),
                Map.entry("swiss-ai-initiative/provider.brand", "Swiss AI Initiative"),
                Map.entry("apache-2-0/licence.id", "Apache-2.0"), Map.entry("apache-2-0/licence.artefacts", "weights code"),
                Map.entry("openrail/licence.id", "LicenseRef-OpenRAIL"), Map.entry("openrail/licence.artefacts", "data"),
                Map.entry("odc-by-1-0/licence.id", "ODC-By-1.0"), Map.entry("odc-by-1-0/licence.artefacts", "data"),
                Map.entry("odc-by/licence.id", "LicenseRef-ODC-BY"), Map.entry("odc-by/licence.artefacts", "data")));
        assertThat(apertus.file().indices()).containsExactly(new IndexEntry("osai_index_entry", null, ADDRESS + "Apertus.yaml",
                ADDRESS + "Apertus.yaml", DAY, "11 open, 0 partial, 1 closed, 0 not assessed, of 12 criteria"));
    }

    @Test
    void everything_is_the_word_of_the_index() {
        ImportedRecord apertus = read("Apertus.yaml").records().getFirst();
        assertThat(apertus.file().model().all()).allSatisfy(fact -> assertThat(fact.claim().tier()).isEqualTo(SourceTier.INDEX));
        assertThat(apertus.file().licences()).allSatisfy(licence -> assertThat(licence.facts().all())
                .allSatisfy(fact -> assertThat(fact.claim().tier()).isEqualTo(SourceTier.INDEX)));
    }

    @Test
    void origin_and_compute_stand_in_comments_only_and_are_named_with_their_lines() {
        Imported imported = read("Apertus.yaml");
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("model.training.compute");
            assertThat(remark.place().line()).isEqualTo(17);
            assertThat(remark.value()).isEqualTo("- Base model training compute: 6.74e+24 FLOP (from preprint)");
        }).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("provider.country");
            assertThat(remark.place().line()).isEqualTo(13);
            assertThat(remark.value()).isEqualTo("- National origin: Switzerland");
        });
    }

    @Test
    void two_licences_of_one_model_are_both_kept_and_only_one_covers_the_weights() {
        Imported imported = read("deepseek-R1.yaml");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.ofEntries(
                Map.entry("model.modalities.output", "text"), Map.entry("model.release.first_public_date", "2025-01"),
                Map.entry("model.lineage.bases", "deepseek-v3-base"),
                Map.entry("model.identifiers.hub_id", "deepseek-ai/DeepSeek-R1 | deepseek-ai/DeepSeek-R1-0528"),
                Map.entry("model.openness.weights", "open"),
                Map.entry("model.documentation.technical_report_url", "https://arxiv.org/pdf/2501.12948"),
                Map.entry("deepseek/provider.brand", "DeepSeek"), Map.entry("mit/licence.id", "MIT"), Map.entry("mit/licence.artefacts", "weights"),
                Map.entry("deepseek-license-agreement/licence.id", "LicenseRef-DeepSeek-License-Agreement")));
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.place()).isEqualTo(new Place("deepseek-R1.yaml", 27, "system.endmodellicense"));
            assertThat(remark.problem()).contains("another one for its weights");
        });
    }

    @Test
    void the_card_of_the_base_is_not_the_card_of_the_model() {
        Imported imported = read("deepseek-R1.yaml");
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("model.documentation.model_card_url");
            assertThat(remark.value()).isEqualTo("https://huggingface.co/deepseek-ai/DeepSeek-V3-Base");
        });
    }

    @Test
    void weights_that_are_partly_open_are_neither_open_nor_closed() {
        Imported imported = read("llama-4.yaml");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.ofEntries(
                Map.entry("model.modalities.output", "text"), Map.entry("model.release.first_public_date", "2025-04"),
                Map.entry("model.lineage.bases", "llama-4-maverick-17b-128e"),
                Map.entry("model.identifiers.hub_id", "meta-llama/Llama-4-Maverick-17B-128E-Instruct"),
                Map.entry("model.documentation.model_card_url", "https://huggingface.co/meta-llama/Llama-4-Maverick-17B-128E-Instruct"),
                Map.entry("meta/provider.brand", "Meta"), Map.entry("llama-4-community/licence.id", "LicenseRef-Llama-4-Community"),
                Map.entry("llama-4-community/licence.artefacts", "weights")));
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("model.openness.weights");
            assertThat(remark.value()).startsWith("partial: Inspecting the weights requires signing");
        });
    }

    @Test
    void gpt_oss_has_no_base_and_one_licence() {
        assertThat(told(read("GPT-OSS.yaml").records().getFirst())).isEqualTo(Map.of(
                "model.modalities.output", "text", "model.release.first_public_date", "2025-08", "model.identifiers.hub_id", "openai/gpt-oss-120b",
                "model.openness.weights", "open", "model.documentation.technical_report_url",
                "https://cdn.openai.com/pdf/419b6906-9da6-406c-a19d-1bb078ac7637/oai_gpt-oss_model_card.pdf",
                "model.documentation.model_card_url", "https://openai.com/index/gpt-oss-model-card/", "openai/provider.brand", "OpenAI",
                "apache-2-0/licence.id", "Apache-2.0", "apache-2-0/licence.artefacts", "weights"));
    }

    @Test
    void eurollm_names_the_licences_of_its_data() {
        assertThat(told(read("EuroLLM.yaml").records().getFirst())).containsEntry("model.disclosure.datasets_named", "true")
                .containsEntry("apache-2-0/licence.artefacts", "weights code").containsEntry("oscar-license/licence.artefacts", "data")
                .containsEntry("nvidia-open-data-license-agreement/licence.id", "LicenseRef-NVIDIA-Open-Data-License-Agreement");
    }

    @Test
    void the_template_of_the_index_makes_no_record() {
        Imported imported = read("a_submission_template.yaml");
        assertThat(imported.records()).isEmpty();
        assertThat(ReaderFixtures.said(imported.remarks())).containsExactly("13 The entry names no model.");
    }

    @Test
    void all_entries_make_records_that_can_be_stored() {
        Imported imported = format.read(samples(INDEX).stream().filter(format::recognises).toList(), new Origin(null, DAY));
        assertThat(imported.records()).hasSize(5).allSatisfy(record -> assertThat(faults(record)).isEmpty());
    }
}
