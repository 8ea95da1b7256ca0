package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpdxDocumentTests {

    private static Imported read(Source file) {
        return Boms.SPDX.read(List.of(file), Origin.UNKNOWN);
    }

    @Test
    void an_ai_package_gives_what_it_plainly_says() {
        RecordFile record = read(Boms.fixture("ai.spdx.json")).records().getFirst().file();
        Facts model = record.model();
        assertThat(record.slug()).isEqualTo("small-one");
        assertThat(record.version()).isNull();
        assertThat(Boms.value(model, "model.identifiers.purl")).isEqualTo("pkg:huggingface/maker/small-one");
        assertThat(Boms.value(model, "model.identifiers.hub_id")).isEqualTo("maker/small-one");
        assertThat(Boms.value(model, "model.identifiers.artefact_sha256")).isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assertThat(Boms.value(model, "model.release.first_public_date")).isEqualTo("2026-04-01");
        assertThat(Boms.value(model, "model.architecture.kind")).isEqualTo("dense");
        assertThat(Boms.value(model, "model.architecture.parameters_total")).isEqualTo(new BigDecimal("7000000000"));
        assertThat(Boms.value(model, "model.disclosure.corpus_description")).isEqualTo("Open Dialogues");
        assertThat(Boms.value(model, "model.disclosure.datasets_named")).isEqualTo(true);
        assertThat(Boms.value(model, "model.lineage.bases")).asString().contains("big-one");
        assertThat(model.all()).hasSize(9).allSatisfy(fact -> assertThat(fact.claim().asOf().text()).isEqualTo("2026-05-06"));
    }

    @Test
    void the_originator_comes_before_the_supplier_and_the_declared_licence_before_the_concluded() {
        Imported imported = read(Boms.fixture("ai.spdx.json"));
        RecordFile record = imported.records().getFirst().file();
        assertThat(Boms.value(record.provider().facts(), "provider.brand")).isEqualTo("Maker SAS");
        assertThat(record.provider().facts().get("provider.brand").also()).extracting(Claim::value).containsExactly(new FactValue.Text("Model Shop"));
        assertThat(record.licences()).extracting(Subject.Part::slug).containsExactly("apache-2-0");
        assertThat(imported.remarks()).extracting(Remark::problem)
                .contains("The author of the file concluded a licence other than the declared one.");
        assertThat(imported.remarks()).extracting(remark -> remark.place().path()).contains("@graph[3].ai_limitation", "@graph[3].ai_energyConsumption",
                "@graph[3].ai_hyperparameter[1]", "@graph[3].ai_typeOfModel[1]", "@graph[3].software_packageVersion");
    }

    @Test
    void none_and_no_assertion_name_no_licence() {
        String text = new String(Boms.fixture("ai.spdx.json").bytes(), StandardCharsets.UTF_8);
        for (String none : List.of("https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoneLicense",
                "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense")) {
            Imported imported = read(Boms.text("a.spdx.json", text.replace("https://spdx.org/licenses/Apache-2.0", none)));
            assertThat(imported.records().getFirst().file().licences()).isEmpty();
            assertThat(imported.remarks()).anySatisfy(remark -> assertThat(remark.problem()).startsWith("The file says"));
        }
    }

    @Test
    void a_context_from_elsewhere_is_refused_and_never_fetched() {
        String text = new String(Boms.fixture("ai.spdx.json").bytes(), StandardCharsets.UTF_8);
        for (String context : List.of("\"https://example.org/context.jsonld\"", "[\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\", {\"name\": \"urn:x\"}]",
                "{\"@import\": \"file:///etc/passwd\"}", "null")) {
            Imported imported = read(Boms.text("a.spdx.json", text.replace("\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"", context)));
            assertThat(imported.records()).isEmpty();
            assertThat(imported.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.weight()).isEqualTo(Remark.Weight.REJECTED);
                assertThat(remark.problem()).contains("@context");
            });
        }
    }

    @Test
    void the_public_sample_gives_two_models() throws Exception {
        assumeTrue(Files.isDirectory(Boms.SAMPLES), "the samples are not at hand");
        Imported imported = read(Boms.sample("spdx/ai-example01-simplehtr.spdx3.json"));
        assertThat(imported.records()).extracting(record -> record.file().slug()).containsExactly("word-model", "line-model");
        assertThat(imported.records()).allSatisfy(each -> {
            RecordFile record = each.file();
            assertThat(record.version()).isEqualTo("0.0");
            assertThat(Boms.value(record.provider().facts(), "provider.brand")).isEqualTo("Harald Scheidl");
            assertThat(record.licences()).extracting(Subject.Part::slug).containsExactly("mit");
            assertThat(record.model().all()).hasSize(3).allSatisfy(fact -> assertThat(fact.claim().asOf().text()).isEqualTo("2024-05-09"));
            assertThat(Boms.value(record.model(), "model.release.first_public_date")).isEqualTo("2023-09-07");
            assertThat(Boms.value(record.model(), "model.disclosure.corpus_description"))
                    .isEqualTo("IAMdataset (https://fki.tic.heia-fr.ch/databases/iam-handwriting-database)");
        });
    }
}
