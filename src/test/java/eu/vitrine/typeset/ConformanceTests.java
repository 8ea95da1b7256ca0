package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ConformanceTests {

    private static final byte[] EVERYTHING = Typesetter.with(Theme.standard())
            .typeset(Samples.body(Samples.everything()), Samples.info(), Samples.attachments());

    @Test
    void the_validator_objects_to_a_file_that_lost_its_metadata() {
        byte[] broken = Typesetter.with(Theme.standard())
                .typeset("<body><figure><svg viewBox='0 0 9 9' aria-hidden='true'/></figure></body>", Samples.info(), List.of());
        String text = new String(broken, StandardCharsets.ISO_8859_1).replace("pdfuaid:part", "pdfuaid:trap").replace("pdfaid:part", "pdfaid:trap");
        byte[] altered = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Verdicts.of(altered, PDFAFlavour.PDFUA_1)).isNotEmpty();
        assertThat(Verdicts.of(altered, PDFAFlavour.PDFA_3_A)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void a_document_that_uses_every_feature_conforms(PDFAFlavour flavour) {
        assertThat(Verdicts.of(EVERYTHING, flavour)).isEmpty();
    }
}
