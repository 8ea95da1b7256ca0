package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><a href='https://e.org'>x</a> <br/> <a href='https://e.org'>y</a> </p>",
                "<p>a <a href='https://e.org'>b <span lang='fr'>c</span> d</a> e</p>",
                "<p lang='fr'>a <em lang='de'>b <a href='https://e.org' lang='it'>c</a></em></p>",
                "<p>a <svg viewBox='0 0 9 9' width='9' aria-label='a dot'><circle r='4'/></svg> b</p>",
                "<p><svg viewBox='0 0 9 9' width='9' aria-hidden='true'><circle r='4'/></svg></p>",
                "<table><caption>c <a href='https://e.org'>d</a></caption><tr><th scope='row' lang='fr'>a</th><td></td></tr>"
                        + "<tr><td colspan='2'>b</td></tr></table>",
                "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>",
                "<table><tr><td><figure><svg viewBox='0 0 9 9' aria-label='x'><rect width='9' height='9'/></svg></figure></td></tr></table>",
                "<dl><dt>a</dt><dd>b</dd><dd>c <a href='https://e.org'>d</a></dd></dl>",
                "<ul><li></li><li><svg viewBox='0 0 9 9' width='9' aria-label='x'/></li><li><table><tr><td>a</td></tr></table></li></ul>",
                "<div class='foot'><p>a</p><div><ul><li>b</li></ul></div></div>",
                "<p></p><div></div><section><div class='box'></div></section><p>a</p>",
                "<p>no contents</p><nav class='contents'/>",
                "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h2>e</h2><h1>f</h1>",
                "<section class='cover'><h1>only a cover</h1></section>",
            })
    void odd_but_allowed_markup_conforms(String inside) {
        byte[] pdf = Samples.typeset(inside);
        assertThat(Verdicts.of(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Verdicts.of(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    }
}
