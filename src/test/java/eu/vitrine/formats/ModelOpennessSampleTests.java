package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.DAY;
import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.sample;
import static eu.vitrine.formats.ReaderFixtures.samples;
import static eu.vitrine.formats.ReaderFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real files of the Model Openness Framework, and synthetic ones of its makers whose names state what is in them. */
class ModelOpennessSampleTests {

    private static final String FILES = "exchange-samples/mof";
    private static final Pattern ORACLE = Pattern.compile(".*_(\\d+)C_(\\d+)G_(\\d+)L_\\d+V_\\d+I_\\d+T\\.yml");
    private final ModelOpenness format = new ModelOpenness(BOOK);

    private Imported read(String name) {
        return format.read(List.of(sample(FILES, name)), new Origin(null, DAY));
    }

    @Test
    void components_without_a_licence_of_their_own_have_that_of_the_release() {
        assertThat(told(read("DeepSeek-R1.yml").records().getFirst())).isEqualTo(Map.of(
                "model.modalities.input", "text", "model.modalities.output", "text", "model.identifiers.hub_id", "deepseek-ai/DeepSeek-R1",
                "deepseek-ai/provider.brand", "DeepSeek AI", "mit/licence.id", "MIT", "mit/licence.artefacts", "code weights data documentation",
                "arxiv-org-perpetual-non-exclusive-license-1-0/licence.id", "LicenseRef-arXiv.org-perpetual-non-exclusive-license-1.0",
                "arxiv-org-perpetual-non-exclusive-license-1-0/licence.artefacts", "documentation"));
    }

    @Test
    void the_date_of_the_entry_dates_its_claims_and_is_no_day_of_release() {
        Imported imported = read("Claude-2.yml");
        ImportedRecord claude = imported.records().getFirst();
        assertThat(told(claude)).isEqualTo(Map.of("model.modalities.input", "text", "model.modalities.output", "text",
                "anthropic/provider.brand", "Anthropic", "mit/licence.id", "MIT", "mit/licence.artefacts", "code weights"));
        assertThat(claude.file().model().all()).allSatisfy(
                fact -> assertThat(fact.claim().asOf()).isEqualTo(Day.parse("2024-10-03").orElseThrow()));
        assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.fact()).isEqualTo("model.release.first_public_date"));
        assertThat(claude.file().version()).isNull();
    }

    @Test
    void unlicensed_is_not_the_licence_called_unlicense() {
        Imported imported = read("GPT-4o.yml");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.modalities.input", "text", "model.modalities.output", "text",
                "openai/provider.brand", "OpenAI", "cc-by-4-0/licence.id", "CC-BY-4.0", "cc-by-4-0/licence.artefacts", "documentation"));
    }

    @Test
    void a_size_in_place_of_a_version_is_neither() {
        Imported imported = read("Mistral-7B-v0.1.yml");
        assertThat(told(imported.records().getFirst())).isEqualTo(Map.of("model.identifiers.hub_id", "mistralai/Mistral-7B-v0.1",
                "mistral/provider.brand", "Mistral", "apache-2-0/licence.id", "Apache-2.0", "apache-2-0/licence.artefacts", "code weights"));
        assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.value()).isEqualTo("7B"));
    }

    @Test
    void olmo_has_one_licence_for_nearly_all() {
        assertThat(told(read("OLMo-7B.yml").records().getFirst())).isEqualTo(Map.of(
                "model.modalities.input", "text", "model.modalities.output", "text", "model.identifiers.hub_id", "allenai/OLMo-7B",
                "allen-institute-for-ai/provider.brand", "Allen Institute for AI", "apache-2-0/licence.id", "Apache-2.0",
                "apache-2-0/licence.artefacts", "code weights data documentation", "cc-by-4-0/licence.id", "CC-BY-4.0",
                "cc-by-4-0/licence.artefacts", "documentation"));
    }

    @Test
    void code_inherits_the_licence_of_the_code_before_that_of_the_distribution() {
        assertThat(told(read("sample_model.yml").records().getFirst())).isEqualTo(Map.of("apache-2-0/licence.id", "Apache-2.0",
                "apache-2-0/licence.artefacts", "code weights data outputs documentation", "mit/licence.id", "MIT", "mit/licence.artefacts", "code"));
    }

    @Test
    void components_and_licences_are_counted_as_the_names_of_the_test_files_state() {
        List<Source> files = samples(FILES + "/expected-in-name");
        assertThat(files).hasSize(14);
        for (Source file : files) {
            Matcher expected = ORACLE.matcher(file.name());
            assertThat(expected.matches()).as(file.name()).isTrue();
            Imported imported = format.read(List.of(file), Origin.UNKNOWN);
            String components = expected.group(1).equals("1") ? "1 component is" : expected.group(1) + " components are";
            String whole = expected.group(2).equals("1") ? "1 licence" : expected.group(2) + " licences";
            assertThat(imported.remarks()).as(file.name()).anySatisfy(remark -> assertThat(remark.problem()).startsWith(
                    components + " listed, with " + whole + " of the whole release and " + expected.group(3) + " of single components."));
            assertThat(imported.records()).hasSize(1).allSatisfy(record -> assertThat(faults(record)).isEmpty());
        }
    }

    @Test
    void all_files_make_records_that_can_be_stored() {
        Imported imported = format.read(samples(FILES).stream().filter(format::recognises).toList(), new Origin(null, DAY));
        assertThat(imported.records()).hasSize(6).allSatisfy(record -> assertThat(faults(record)).isEmpty());
    }
}
