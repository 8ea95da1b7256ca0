package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.DAY;
import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.sample;
import static eu.vitrine.formats.ReaderFixtures.samples;
import static eu.vitrine.formats.ReaderFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.SourceTier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real cards of the Hugging Face Hub. What is expected here was read off the cards by a person. */
class CardSampleTests {

    private static final String CARDS = "model-cards";
    private static final String ODD = "exchange-samples/hf-cards";
    private final HuggingFaceCard format = new HuggingFaceCard(BOOK);

    private Imported read(Source... files) {
        return format.read(List.of(files), new Origin(null, DAY));
    }

    @Test
    void lucie_states_its_progress_and_its_configuration_another_context() {
        Imported imported = read(sample(CARDS, "OpenLLM-France__Lucie-7B.README.md"), sample(CARDS, "OpenLLM-France__Lucie-7B.config.json"));
        ImportedRecord lucie = imported.records().getFirst();
        assertThat(told(lucie)).isEqualTo(Map.ofEntries(
                Map.entry("model.disclosure.languages", "fr en it de es"), Map.entry("model.modalities.input", "text"),
                Map.entry("model.modalities.output", "text"), Map.entry("model.disclosure.datasets_named", "true"),
                Map.entry("model.training.tokens", "3131736326144"), Map.entry("model.architecture.context_tokens", "32000 | 4096"),
                Map.entry("apache-2-0/licence.id", "Apache-2.0"), Map.entry("apache-2-0/licence.artefacts", "weights")));
        assertThat(lucie.file().slug()).isEqualTo("lucie-7b");
        assertThat(lucie.places().get("model.training.tokens"))
                .isEqualTo(new Place("OpenLLM-France__Lucie-7B.README.md", 24, "training_progress.num_tokens"));
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.place().line()).isEqualTo(147);
            assertThat(remark.value()).contains("The Lucie Training Dataset");
        });
    }

    @Test
    void a_card_at_its_address_on_the_hub_is_the_word_of_its_publisher() {
        Imported imported = format.read(List.of(sample(CARDS, "OpenLLM-France__Lucie-7B.README.md")),
                new Origin("https://huggingface.co/OpenLLM-France/Lucie-7B/blob/0123456789abcdef0123456789abcdef01234567/README.md", DAY));
        ImportedRecord lucie = imported.records().getFirst();
        assertThat(told(lucie)).containsEntry("model.identifiers.hub_id", "OpenLLM-France/Lucie-7B@0123456789abcdef0123456789abcdef01234567")
                .containsEntry("openllm-france/provider.brand", "OpenLLM-France");
        assertThat(lucie.file().model().all()).allSatisfy(fact -> {
            assertThat(fact.claim().tier()).isEqualTo(SourceTier.PROVIDER);
            assertThat(fact.claim().asOf()).isEqualTo(DAY);
            assertThat(fact.claim().sourceUrl()).startsWith("https://huggingface.co/OpenLLM-France/Lucie-7B/");
        });
    }

    @Test
    void llama_asks_for_data_before_the_download() {
        ImportedRecord llama = read(sample(CARDS, "meta-llama__Llama-3.2-1B-Instruct.README.md"),
                sample(CARDS, "meta-llama__Llama-3.2-1B-Instruct.config.json")).records().getFirst();
        assertThat(told(llama)).isEqualTo(Map.ofEntries(
                Map.entry("model.disclosure.languages", "en de fr it pt hi es th"), Map.entry("model.modalities.input", "text"),
                Map.entry("model.modalities.output", "text"), Map.entry("model.openness.weights", "gated"),
                Map.entry("model.openness.gate", "contact_data"), Map.entry("model.architecture.context_tokens", "131072"),
                Map.entry("model.release.first_public_date", "2024-09-25"), Map.entry("meta/provider.brand", "Meta"),
                Map.entry("llama3-2/licence.id", "LicenseRef-llama3.2"), Map.entry("llama3-2/licence.artefacts", "weights")));
        assertThat(llama.places().get("model.openness.gate").line()).isEqualTo(199);
    }

    @Test
    void mistral_has_a_sentence_on_data_which_is_no_gate() {
        Imported imported = read(sample(CARDS, "mistralai__Mistral-7B-v0.1.README.md"), sample(CARDS, "mistralai__Mistral-7B-v0.1.config.json"));
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of(
                "model.disclosure.languages", "en", "model.modalities.input", "text", "model.modalities.output", "text",
                "model.architecture.context_tokens", "32768", "apache-2-0/licence.id", "Apache-2.0", "apache-2-0/licence.artefacts", "weights"));
        assertThat(imported.records().getFirst().file().model().get("model.architecture.context_tokens").claim().note())
                .contains("sliding window of 4096");
        assertThat(imported.remarks()).anySatisfy(remark -> {
            assertThat(remark.fact()).isEqualTo("model.openness.gate");
            assertThat(remark.place()).isEqualTo(new Place("mistralai__Mistral-7B-v0.1.README.md", 12, "extra_gated_description"));
        });
    }

    @Test
    void a_quantised_copy_names_its_base_and_not_how_it_was_made() {
        ImportedRecord apertus = read(sample(CARDS, "RedHatAI__Apertus-8B-Instruct-2509-FP8-dynamic.README.md")).records().getFirst();
        assertThat(told(apertus)).isEqualTo(Map.of(
                "model.modalities.input", "text", "model.modalities.output", "text", "model.lineage.bases", "apertus-8b-instruct-2509",
                "apache-2-0/licence.id", "Apache-2.0",
                "apache-2-0/licence.artefacts", "weights", "apache-2-0/licence.url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    @Test
    void a_copy_of_the_same_name_as_its_base_gets_a_short_name_of_its_own() {
        ImportedRecord phi = read(sample(CARDS, "RedHatAI__phi-4.README.md")).records().getFirst();
        assertThat(phi.file().slug()).isEqualTo("redhatai-phi-4");
        assertThat(told(phi)).isEqualTo(Map.ofEntries(
                Map.entry("model.disclosure.languages", "en"), Map.entry("model.modalities.input", "text"),
                Map.entry("model.modalities.output", "text"), Map.entry("model.lineage.bases", "phi-4"),
                Map.entry("mit/licence.id", "MIT"), Map.entry("mit/licence.artefacts", "weights"),
                Map.entry("mit/licence.url", "https://choosealicense.com/licenses/mit/")));
    }

    @Test
    void makers_and_dates_in_the_card_of_a_copy_may_be_those_of_the_original() {
        Imported imported = read(sample(CARDS, "RedHatAI__phi-4.README.md"));
        assertThat(imported.remarks()).filteredOn(remark -> remark.problem().endsWith("this may be said of the other."))
                .extracting(remark -> remark.place().line() + " " + remark.value())
                .containsExactly("31 Microsoft Research", "42 December 12, 2024");
    }

    @Test
    void qwen_names_thirty_two_languages_and_norwegian_is_one_of_them() {
        ImportedRecord qwen = read(sample(CARDS, "RedHatAI__Qwen2.5-7B-Instruct.README.md")).records().getFirst();
        assertThat(told(qwen)).containsEntry("model.disclosure.languages",
                "zh en fr es pt de it ru ja ko vi th ar id tr fa nl pl cs he sv fi da no el bg uk ur sr ms zsm nld");
    }

    @Test
    void gemma_has_a_licence_that_spdx_does_not_list() {
        ImportedRecord gemma = read(sample(CARDS, "RedHatAI__gemma-2-9b-it.README.md")).records().getFirst();
        assertThat(told(gemma)).containsEntry("gemma/licence.id", "LicenseRef-gemma")
                .containsEntry("gemma/licence.url", "https://ai.google.dev/gemma/terms").containsEntry("model.lineage.bases", "gemma-2-9b-it");
    }

    @Test
    void a_rule_in_the_text_is_no_second_front_matter() {
        Imported imported = read(sample(CARDS, "RedHatAI__gpt-oss-120b.README.md"));
        assertThat(told(imported.records().getFirst())).containsEntry("model.lineage.bases", "gpt-oss-120b").hasSize(7);
        assertThat(imported.remarks()).noneMatch(remark -> remark.problem().contains("second front matter"));
    }

    @Test
    void all_cards_of_the_folder_make_records_that_can_be_stored() {
        Imported imported = format.read(samples(CARDS).stream().filter(format::recognises).toList(), new Origin(null, DAY));
        assertThat(imported.records()).hasSize(8).allSatisfy(record -> assertThat(faults(record)).isEmpty());
    }

    @Test
    void the_simple_card_says_four_things() {
        ImportedRecord simple = read(sample(ODD, "sample_simple.md")).records().getFirst();
        assertThat(told(simple)).isEqualTo(Map.of("model.disclosure.languages", "en", "model.disclosure.datasets_named", "true",
                "mit/licence.id", "MIT", "mit/licence.artefacts", "weights"));
        assertThat(simple.file().name()).isEqualTo("my-cool-model");
    }

    @Test
    void windows_line_ends_change_neither_facts_nor_lines() {
        ImportedRecord windows = read(sample(ODD, "sample_windows_line_breaks.md")).records().getFirst();
        assertThat(told(windows)).isEqualTo(Map.of("model.disclosure.languages", "eo", "mit/licence.id", "MIT", "mit/licence.artefacts", "weights"));
        assertThat(windows.places().get("model.disclosure.languages").line()).isEqualTo(3);
    }

    @Test
    void front_matter_that_is_a_list_is_named_with_its_line() {
        Imported imported = read(sample(ODD, "sample_invalid_card_data.md"));
        assertThat(imported.records()).isEmpty();
        assertThat(ReaderFixtures.said(imported.remarks())).contains("2 Keys and values are expected here, not a list.");
    }

    @Test
    void a_page_without_front_matter_makes_no_record() {
        Imported imported = read(sample(ODD, "sample_no_metadata.md"));
        assertThat(imported.records()).isEmpty();
        assertThat(ReaderFixtures.said(imported.remarks())).containsExactly("0 The card has no front matter.");
    }

    @Test
    void the_specification_of_cards_is_all_slots_and_no_fact() {
        Imported imported = read(sample(ODD, "hub-docs-modelcard-spec.md"));
        assertThat(imported.records()).isEmpty();
        assertThat(imported.remarks()).extracting(Remark::value).contains("{lang_0}", "{license}", "{base_model}", "{dataset_0}");
    }
}
