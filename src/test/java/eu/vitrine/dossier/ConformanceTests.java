package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ConformanceTests {

    @ParameterizedTest
    @CsvSource({
        "deepseek-r1, PDFA_3_A", "deepseek-r1, PDFUA_1", "llama-4-scout, PDFA_3_A", "llama-4-scout, PDFUA_1",
        "apertus-70b, PDFA_3_A", "apertus-70b, PDFUA_1", "product-chat, PDFA_3_A", "product-chat, PDFUA_1",
        "example-meeting-assistant, PDFA_3_A", "example-meeting-assistant, PDFUA_1",
        "of-each-status, PDFA_3_A", "of-each-status, PDFUA_1", "decided, PDFA_3_A", "decided, PDFUA_1",
        "determined, PDFA_3_A", "determined, PDFUA_1"
    })
    void dossiers_are_valid_for_archives_and_for_readers_who_do_not_see(String slug, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = Shown.RENDERER.render(slug.equals("of-each-status") ? Shown.ofEachStatus() : slug.equals("decided") ? Shown.decided()
                : slug.equals("determined") ? Shown.determined("product-chat") : Shown.of(slug));
        List<String> objections = new ArrayList<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            validator.validate(parser).getTestAssertions()
                    .forEach(one -> objections.add(one.getRuleId().getClause() + ": " + one.getMessage()));
        }
        assertThat(objections).isEmpty();
    }
}
