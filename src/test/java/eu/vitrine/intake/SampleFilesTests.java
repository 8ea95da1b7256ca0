package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Real files of every format, from upload to the registry; skipped where they are not at hand. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-intake-tables")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFilesTests {

    private static final Path SAMPLES = Path.of("../shared/catalogue");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void an_officer_signs_in() {
        assumeTrue(Files.isDirectory(SAMPLES));
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    @ParameterizedTest
    @CsvSource({"model-cards/RedHatAI__phi-4.README.md, hugging-face-card", "exchange-samples/osai/Apertus.yaml, open-source-ai-index",
        "exchange-samples/mof/OLMo-7B.yml, model-openness-framework", "exchange-samples/cyclonedx/valid-machine-learning-1.6.json, cyclonedx",
        "exchange-samples/spdx/ai-example01-simplehtr.spdx3.json, spdx", "exchange-samples/fmti/DeepSeek_fmtransparencyreport_Dec2025.csv, transparency-report"})
    void each_format_is_recognised_saved_and_taken_back(String file, String format) throws IOException {
        Path path = SAMPLES.resolve(file);
        var page = DryRuns.upload(officer, List.of(new Browser.Upload(path.getFileName().toString(), Files.readAllBytes(path))));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<option value=\"" + format + "\" selected=\"selected\">").doesNotContain("looks like none");
        if (page.body().contains("/confirm")) {
            assertThat(officer.post(page.path() + "/confirm", "rows", "valid").body()).containsPattern("revisions? (is|are) saved");
            assertThat(DryRuns.upload(officer, List.of(new Browser.Upload(path.getFileName().toString(), Files.readAllBytes(path)))).body())
                    .contains("No record would be new, none changed");
            assertThat(officer.post(page.path() + "/undo").body()).contains("The import is taken back");
        }
    }

    @Test
    void a_card_adds_to_a_record_of_the_catalogue_without_overwriting_it() throws IOException {
        byte[] catalogue = Files.readAllBytes(Path.of("src/main/resources/catalogue").resolve("lucie-7b.yaml"));
        assertThat(catalogue).isNotEmpty();
        Path card = SAMPLES.resolve("model-cards/OpenLLM-France__Lucie-7B.README.md");
        var page = DryRuns.upload(officer, List.of(new Browser.Upload("README.md", Files.readAllBytes(card))));
        assertThat(page.body()).contains("Lucie-7B");
    }
}
