package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ConformanceTests {

    private static final byte[] EVERYTHING = Typesetter.with(Theme.standard())
            .typeset(Samples.body(Samples.everything()), Samples.info(), Samples.attachments());

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void a_document_that_uses_every_feature_conforms(PDFAFlavour flavour) {
        assertThat(Verdicts.of(EVERYTHING, flavour)).isEmpty();
    }
}
