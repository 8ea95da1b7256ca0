package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;

class ContentTests {

    private static final Pdf EVERYTHING = new Pdf(Typesetter.with(Theme.standard())
            .typeset(Samples.body(Samples.everything()), Samples.info(), Samples.attachments()));

    @Test
    void what_was_written_can_be_read_back_in_every_script() {
        assertThat(EVERYTHING.allText())
                .contains(Pdf.squeezed("The provider draws up and keeps up to date the technical documentation of the model, number 90."))
                .contains("深度求索人工智能基础技术研究有限公司（杭州）发布的模型。")
                .contains(Pdf.squeezed("Η διαφάνεια των μοντέλων"))
                .contains(Pdf.squeezed("Прозрачност на моделите"))
                .contains(Pdf.squeezed("zażółć gęślą jaźń"))
                .contains("→≥≤✓✗€");
    }

    @Test
    void every_page_says_its_number_and_how_many_there_are() {
        for (int page = 1; page <= EVERYTHING.pages(); page++) {
            assertThat(EVERYTHING.visibleText(page)).contains("Page" + page + "of" + EVERYTHING.pages());
        }
    }

    @Test
    void the_cover_has_no_running_header_and_all_other_pages_have_it() {
        assertThat(EVERYTHING.visibleText(1)).doesNotContain("Transparencydossier·Example-7B");
        for (int page = 2; page <= EVERYTHING.pages(); page++) {
            assertThat(EVERYTHING.visibleText(page)).contains("Transparencydossier·Example-7B");
        }
    }

    @Test
    void contents_and_references_name_the_page_where_the_heading_stands() {
        String outlookPage = Integer.toString(EVERYTHING.pages());
        assertThat(Pdf.squeezed(EVERYTHING.text(EVERYTHING.pages()))).contains("Outlook");
        assertThat(Pdf.squeezed(EVERYTHING.text(2))).contains("Outlook" + outlookPage);
        assertThat(EVERYTHING.allText()).contains("seepage" + outlookPage + ".");
    }

    @Test
    void headings_of_three_levels_become_bookmarks() {
        assertThat(EVERYTHING.bookmarks())
                .containsExactly("1 Example-7B", "1 What is so", "2 Languages", "3 Lists", "2 Facts", "1 Findings", "1 Outlook");
    }

    @Test
    void a_table_head_stands_on_every_page_of_its_table() {
        int with = 0;
        for (int page = 1; page <= EVERYTHING.pages(); page++) {
            if (EVERYTHING.text(page).contains("AIA-53-1-")) {
                assertThat(EVERYTHING.visibleText(page)).contains("Whatitasks");
                with++;
            }
        }
        assertThat(with).isGreaterThan(3);
    }

    @Test
    void readers_by_ear_hear_a_table_head_once_and_no_running_texts() {
        assertThat(EVERYTHING.allText())
                .containsOnlyOnce("Whatitasks")
                .doesNotContain("Page2of")
                .doesNotContain("Transparencydossier·Example-7B");
    }

    @Test
    void an_attachment_is_carried_unchanged_and_says_what_it_is() throws Exception {
        PdfArray associated = (PdfArray) PdfReader.getPdfObject(EVERYTHING.reader().getCatalog().get(new PdfName("AF")));
        PdfDictionary file = (PdfDictionary) PdfReader.getPdfObject(associated.getPdfObject(0));
        PRStream stream = (PRStream) PdfReader.getPdfObject(file.getAsDict(PdfName.EF).get(PdfName.F));
        assertThat(PdfReader.getStreamBytes(stream)).asString(StandardCharsets.UTF_8).isEqualTo("{\"slug\":\"example-7b\"}");
        assertThat(file.get(new PdfName("AFRelationship"))).hasToString("/Data");
    }

    @Test
    void foreign_passages_carry_their_language() {
        Set<String> languages = new TreeSet<>();
        for (int i = 0; i < EVERYTHING.reader().getXrefSize(); i++) {
            if (EVERYTHING.reader().getPdfObject(i) instanceof PdfDictionary dictionary && dictionary.get(PdfName.LANG) != null) {
                languages.add(dictionary.get(PdfName.LANG).toString());
            }
        }
        assertThat(languages).containsExactly("bg", "de", "el", "en", "fr", "ja", "lv", "pl", "ro", "zh");
    }

    @Test
    void the_only_actions_are_links_to_web_addresses() {
        for (int i = 0; i < EVERYTHING.reader().getXrefSize(); i++) {
            if (EVERYTHING.reader().getPdfObject(i) instanceof PdfDictionary dictionary) {
                assertThat(dictionary.get(new PdfName("JS"))).isNull();
                if (dictionary.get(PdfName.A) instanceof PdfDictionary action && action.get(PdfName.URI) != null) {
                    assertThat(action.get(PdfName.URI).toString()).startsWith("https://example.org/");
                } else if (PdfName.ANNOT.equals(dictionary.get(PdfName.TYPE))) {
                    assertThat(dictionary.get(new PdfName("Dest"))).isNotNull();
                }
            }
        }
        assertThat(EVERYTHING.reader().getCatalog().get(PdfName.OPENACTION)).isNull();
    }
}
