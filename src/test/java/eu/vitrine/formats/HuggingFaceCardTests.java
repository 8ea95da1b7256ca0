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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceCardTests {

    private static final Source[] RIVER = {
        fixture("acme__river-7b-chat.README.md"), fixture("acme__river-7b-chat.config.json"),
        fixture("acme__river-7b-chat.model.safetensors.index.json")
    };
    private final HuggingFaceCard format = new HuggingFaceCard(BOOK);

    private Imported read(Source... files) {
        return format.read(List.of(files), new Origin(null, DAY));
    }

    private Imported card(String text) {
        return read(text("README.md", text));
    }

    private Map<String, String> facts(String frontMatter) {
        Imported imported = card("---\n" + frontMatter + "\n---\n");
        return imported.records().isEmpty() ? Map.of() : told(imported.records().getFirst());
    }

    @Test
    void a_full_card_with_its_settings_says_all_this() {
        Imported imported = format.read(List.of(RIVER), new Origin("https://huggingface.co/acme/river-7b-chat", DAY));
        ImportedRecord river = imported.records().getFirst();
        assertThat(told(river)).isEqualTo(Map.ofEntries(
                Map.entry("model.identifiers.hub_id", "acme/river-7b-chat"),
                Map.entry("model.documentation.model_card_url", "https://huggingface.co/acme/river-7b-chat"),
                Map.entry("model.disclosure.languages", "de en zh-Hant"), Map.entry("model.modalities.input", "image text"),
                Map.entry("model.modalities.output", "text"), Map.entry("model.lineage.bases", "river-7b merge, other-lab-river-7b merge"),
                Map.entry("model.disclosure.datasets_named", "true"), Map.entry("model.openness.weights", "gated"),
                Map.entry("model.openness.gate", "accept_terms"), Map.entry("model.architecture.context_tokens", "65536"),
                Map.entry("model.architecture.kind", "mixture_of_experts"), Map.entry("model.architecture.parameters_total", "7241732096"),
                Map.entry("acme/provider.brand", "acme"),
                Map.entry("river-community-1-0/licence.id", "LicenseRef-river-community-1.0"),
                Map.entry("river-community-1-0/licence.artefacts", "weights"),
                Map.entry("river-community-1-0/licence.url", "https://huggingface.co/acme/river-7b-chat/blob/main/LICENSE.txt")));
        assertThat(faults(river)).isEmpty();
    }

    @Test
    void every_remark_on_the_full_card_names_its_line() {
        assertThat(said(read(RIVER).remarks())).containsExactly(
                "0 The name of the file looks like a name on the hub; a card does not say under which name it is published.",
                "2 This stands in a comment only; a comment is no statement of the file.",
                "3 This is no code of a language such as \"de\" or \"zh-Hant\".",
                "6 The link is a file in the repository, and its address is not known.",
                "7 The key \"library_name\" says nothing that the record has a place for.",
                "15 This stands in place of a statement and states nothing.",
                "18 The key \"model-index\" says nothing that the record has a place for.",
                "21 The key \"mood\" says nothing that the record has a place for.",
                "28 In the card of a model made from another one this may be said of the other.",
                "29 2 fields of the template are not filled in.",
                "31 In the card of a model made from another one this may be said of the other.",
                "32 In the card of a model made from another one this may be said of the other.",
                "39 This stands in a comment only; a comment is no statement of the file.",
                "0 3 settings say nothing that the record has a place for.",
                "0 1 setting says nothing that the record has a place for.");
    }

    @Test
    void one_slip_is_named_with_its_line_and_loses_nothing_else() {
        Imported imported = read(fixture("one-slip.README.md"));
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.modalities.input", "text", "model.modalities.output", "text",
                "mit/licence.id", "MIT", "mit/licence.artefacts", "weights"));
        assertThat(imported.remarks()).extracting(remark -> remark.place().line()).contains(4, 5);
        assertThat(imported.records().getFirst().places().get("model.modalities.input").line()).isEqualTo(6);
    }

    @Test
    void of_two_front_matters_the_first_counts_and_the_second_is_named() {
        Imported imported = read(fixture("two-front-matters.README.md"));
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("apache-2-0/licence.id", "Apache-2.0", "apache-2-0/licence.artefacts",
                "weights"));
        assertThat(said(imported.remarks())).contains("5 A second front matter begins here; only the first one is read.");
        assertThat(imported.records().getFirst().file().name()).isEqualTo("Twice");
    }

    @Test
    void a_second_front_matter_may_lack_its_first_line() {
        Imported imported = card("---\n{}\n---\nlanguage: en\nlicense: mit\ntags:\n- a\n\n---\n# River\n- **Developed by:** Acme River Lab\n");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("acme-river-lab/provider.brand", "Acme River Lab"));
        assertThat(said(imported.remarks())).containsExactly("1 The front matter is empty.",
                "4 A second front matter begins here; only the first one is read.");
        assertThat(said(card("---\nlicense: mit\n---\nNote: this is text.\nIt goes on.\n\n---\nmore\n").remarks())).isEmpty();
    }

    @Test
    void the_publisher_is_spelled_as_the_card_spells_it() {
        String card = "---\nlicense: mit\n---\n- **Developed by:** [Acme River Lab](https://example.org)\n- **Release Date:** March 4th, 2026\n";
        assertThat(told(format.read(List.of(text("README.md", card)), new Origin("https://huggingface.co/acme/river", DAY)).records().getFirst()))
                .containsEntry("acme/provider.brand", "Acme River Lab").containsEntry("model.release.first_public_date", "2026-03-04");
        assertThat(told(format.read(List.of(text("README.md", card)), new Origin("https://huggingface.co/copies/river", DAY)).records().getFirst()))
                .containsEntry("copies/provider.brand", "copies | Acme River Lab");
    }

    @Test
    void a_key_that_stands_twice_is_left_out() {
        Imported imported = card("---\nlicense: mit\nlanguage: de\nlicense: apache-2.0\n---\n");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.disclosure.languages", "de"));
        assertThat(said(imported.remarks())).containsExactly("4 The key \"license\" stands here a second time; keep one of the two.");
    }

    @Test
    void without_front_matter_nothing_but_the_address_is_taken() {
        Imported imported = format.read(List.of(text("README.md", "# River\n\n- **Developed by:** Acme\n\nlicense: mit\n")),
                new Origin("https://huggingface.co/acme/river", DAY));
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.identifiers.hub_id", "acme/river"));
        assertThat(said(imported.remarks())).containsExactly("0 The card has no front matter.");
        assertThat(imported.remarks().getFirst().weight()).isEqualTo(Remark.Weight.FIELD_LEFT_OUT);
    }

    @Test
    void an_address_elsewhere_is_no_name_on_the_hub() {
        for (String address : List.of("https://example.org/acme/river", "https://huggingface.co/datasets/acme/river",
                "https://huggingface.co/acme", "https://huggingface.co/collections/acme/river-1", "not an address")) {
            Imported imported = format.read(List.of(text("README.md", "# River\n")), new Origin(address, DAY));
            assertThat(imported.records()).as(address).isEmpty();
        }
    }

    @Test
    void an_address_is_nobodys_when_several_cards_come_at_once() {
        Imported imported = format.read(List.of(text("a/README.md", "---\nlicense: mit\n---\n# A"), text("b/README.md",
                "---\nlicense: mit\n---\n# B")),
                new Origin("https://huggingface.co/acme/river", DAY));
        assertThat(imported.records()).hasSize(2).allSatisfy(record ->
                assertThat(told(record)).doesNotContainKey("model.identifiers.hub_id"));
    }

    @Test
    void two_cards_of_one_name_get_two_short_names() {
        Imported imported = read(text("a/README.md", "---\nlicense: mit\n---\n# River"), text("b/README.md", "---\nlicense: mit\n---\n# River"));
        assertThat(imported.records()).extracting(record -> record.file().slug()).containsExactly("river", "river-of-card");
    }

    @Test
    void front_matter_that_never_ends_is_named() {
        assertThat(said(card("---\nlicense: mit\n\n# River\n").remarks()))
                .containsExactly("1 The front matter begins with three hyphens and never ends.");
    }

    @Test
    void empty_front_matter_is_named() {
        assertThat(said(card("---\n\n# nothing\n---\n").remarks())).containsExactly("1 The front matter is empty.");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() {
        String unix = "---\nlicense: mit\nlanguage: de\n---\n# River\n";
        Imported plain = card(unix);
        Imported windows = card("\uFEFF" + unix.replace("\n", "\r\n"));
        assertThat(windows.records().getFirst().file()).isEqualTo(plain.records().getFirst().file());
        assertThat(windows.records().getFirst().places()).isEqualTo(plain.records().getFirst().places());
    }

    @Test
    void a_file_in_another_encoding_is_refused_in_plain_words() {
        Imported imported = read(new Source("README.md", "---\nlicense: mit\n---\n# Modèle".getBytes(StandardCharsets.ISO_8859_1)),
                new Source("x.md", "---\nlicense: mit\n---\n".getBytes(StandardCharsets.UTF_16)));
        assertThat(imported.records()).isEmpty();
        assertThat(said(imported.remarks())).containsExactly("0 The file is not text in UTF-8.", "0 The file is not text in UTF-8.");
    }

    @Test
    void a_file_beyond_four_megabytes_is_refused() {
        byte[] large = new byte[4 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');
        Imported imported = read(new Source("README.md", large));
        assertThat(imported.records()).isEmpty();
        assertThat(said(imported.remarks())).singleElement().asString().startsWith("0 The file has 4194305 bytes");
    }

    @Test
    void chinese_and_japanese_text_is_kept_as_it_is() {
        ImportedRecord record = card("---\nlicense: mit\ndatasets: [清华/语料]\n---\n# 长江大模型 7B\n").records().getFirst();
        assertThat(record.file().name()).isEqualTo("长江大模型 7B");
        assertThat(record.file().slug()).isEqualTo("7b");
        assertThat(record.file().model().get("model.disclosure.datasets_named").claim().note()).contains("清华/语料");
        ImportedRecord nameless = card("---\nlicense: mit\n---\n# 長江\n").records().getFirst();
        assertThat(nameless.file().slug()).isEqualTo("model-of-a-card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[More Information Needed]", "TBD", "unknown", "n/a", "''", "~", "{license}", "<your licence>", "null", "None", "..."})
    void a_placeholder_is_no_licence(String placeholder) {
        assertThat(facts("license: \"" + placeholder.replace("''", "") + "\"\nlanguage: de")).isEqualTo(Map.of("model.disclosure.languages", "de"));
    }

    @ParameterizedTest
    @CsvSource({"apache-2.0, apache-2-0, Apache-2.0", "MIT, mit, MIT", "llama3.1, llama-3-1-community, LicenseRef-Llama-3.1-Community",
        "cc-by-nc-4.0, cc-by-nc-4-0, CC-BY-NC-4.0", "gpl-3.0, gpl-3-0, GPL-3.0", "openrail, openrail, LicenseRef-openrail",
        "creativeml-openrail-m, creativeml-openrail-m, LicenseRef-CreativeML-OpenRAIL-M"})
    void identifiers_of_the_hub_lead_to_the_licences_on_board(String identifier, String slug, String id) {
        assertThat(facts("license: " + identifier)).containsEntry(slug + "/licence.id", id);
    }

    @Test
    void a_licence_on_board_lends_its_name_and_nothing_of_its_text() {
        assertThat(facts("license: apache-2.0")).containsOnlyKeys("apache-2-0/licence.id", "apache-2-0/licence.artefacts");
    }

    @Test
    void several_licences_cover_nobody_says_what() {
        assertThat(facts("license: [mit, apache-2.0]")).isEqualTo(Map.of("mit/licence.id", "MIT", "apache-2-0/licence.id", "Apache-2.0"));
    }

    @Test
    void another_licence_without_a_name_is_no_licence() {
        assertThat(facts("license: other\nlicense_link: https://example.org/l\nlanguage: de")).isEqualTo(Map.of("model.disclosure.languages", "de"));
    }

    @ParameterizedTest
    @CsvSource({"quantized, quantised", "finetune, fine_tune", "adapter, adapter", "merge, merge"})
    void relations_of_the_hub_become_ours(String theirs, String ours) {
        assertThat(facts("base_model: acme/river-7b\nbase_model_relation: " + theirs)).containsEntry("model.lineage.bases", "river-7b " + ours);
    }

    @Test
    void a_base_without_a_relation_stays_without() {
        assertThat(facts("base_model: acme/river-7b")).containsEntry("model.lineage.bases", "river-7b");
        assertThat(facts("base_model: https://huggingface.co/acme/river-7b")).containsEntry("model.lineage.bases", "river-7b");
        assertThat(facts("base_model: ./output/checkpoint 12\nlanguage: de")).doesNotContainKey("model.lineage.bases");
    }

    @Test
    void a_tag_may_state_the_relation_to_the_base() {
        assertThat(facts("base_model: acme/river-7b\ntags: [lora, 'base_model:adapter:acme/river-7b']"))
                .containsEntry("model.lineage.bases", "river-7b adapter");
    }

    @ParameterizedTest
    @CsvSource({"acme/river-7b, river-7b fine_tune", "`river-base`., river-base fine_tune",
        "[River](https://huggingface.co/acme/river-7b), river-7b fine_tune"})
    void the_body_may_name_the_model_it_was_fine_tuned_from(String value, String expected) {
        assertThat(told(card("---\nlicense: mit\n---\n- **Finetuned from model [optional]:** " + value + "\n").records().getFirst()))
                .containsEntry("model.lineage.bases", expected);
    }

    @Test
    void a_guess_in_a_sentence_is_neither_base_nor_provider() {
        ImportedRecord record = card("""
                ---
                license: mit
                ---
                - **Developed by:** Based on the references it seems that some people at a university made it. More is not known.
                - **Finetuned from model:** it appears to be based on some River model
                """).records().getFirst();
        assertThat(told(record)).isEqualTo(Map.of("mit/licence.id", "MIT", "mit/licence.artefacts", "weights"));
    }

    @Test
    void the_paper_of_a_model_made_from_nothing_else_is_its_own() {
        String paper = "---\nlicense: mit\n%s---\n- **Paper:** [River](https://example.org/river.pdf)\n";
        assertThat(told(card(paper.formatted("")).records().getFirst()))
                .containsEntry("model.documentation.technical_report_url", "https://example.org/river.pdf");
        assertThat(told(card(paper.formatted("base_model: acme/river-7b\n")).records().getFirst()))
                .doesNotContainKey("model.documentation.technical_report_url");
    }

    @Test
    void a_date_that_can_be_read_in_two_ways_is_none() {
        assertThat(told(card("---\nlicense: mit\n---\n- **Release Date:** 3/4/2025\n").records().getFirst()))
                .doesNotContainKey("model.release.first_public_date");
        assertThat(told(card("---\nlicense: mit\n---\n- **Release Date:** 30/4/2025\n").records().getFirst()))
                .containsEntry("model.release.first_public_date", "2025-04-30");
        assertThat(told(card("---\nlicense: mit\n---\n- **Release Date:** 31/6/2025\n").records().getFirst()))
                .doesNotContainKey("model.release.first_public_date");
    }

    @Test
    void settings_without_their_card_say_nothing() {
        Imported imported = read(text("other/config.json", "{\"max_position_embeddings\": 4096}"), text("README.md", "---\nlicense: mit\n---\n"));
        assertThat(told(imported.records().getFirst())).doesNotContainKey("model.architecture.context_tokens");
        assertThat(said(imported.remarks())).contains("0 The settings of a model do not say which model it is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"max_position_embeddings\": -1}", "{\"max_position_embeddings\": \"many\"}", "{\"max_position_embeddings\": 4096.5}",
        "{\"max_position_embeddings\": 1e300}", "{\"max_position_embeddings\": 4096, \"max_position_embeddings\": 8192}", "[]", "{", "not JSON", ""})
    void broken_settings_lose_nothing_of_the_card(String settings) {
        Imported imported = read(text("README.md", "---\nlicense: mit\n---\n"), text("config.json", settings));
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("mit/licence.id", "MIT", "mit/licence.artefacts", "weights"));
        assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.place().file()).isEqualTo("config.json"));
    }

    @Test
    void a_card_is_known_by_its_name_or_its_first_line() {
        assertThat(format.recognises(text("x/README.md", "anything"))).isTrue();
        assertThat(format.recognises(text("card.md", "\uFEFF---\nlicense: mit\n"))).isTrue();
        assertThat(format.recognises(text("config.json", "{\"a\": 1}"))).isTrue();
        assertThat(format.recognises(text("LICENSE.md", "# MIT"))).isFalse();
        assertThat(format.recognises(text("card.yaml", "---\n"))).isFalse();
    }
}
