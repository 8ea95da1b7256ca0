package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>1</script>                       | <script> is not an element of the subset",
                "<img src='x'/>                           | <img> is not an element of the subset",
                "<p onclick='x'>a</p>                     | takes no attribute 'onclick'",
                "<p style='color:red'>a</p>               | takes no attribute 'style'",
                "<p><div>a</div></p>                      | may not stand in <p>",
                "<ul>text</ul>                            | takes no text",
                "<p>a                                     | must be terminated",
                "<p lang='x y'>a</p>                      | 'x y' is not a language tag",
                "<p><a href='javascript:x'>a</a></p>      | only http, https and #id can be linked",
                "<p><a href='#nowhere'>a</a></p>          | points to 'nowhere'",
                "<p><a href='https://e.org'></a></p>      | has no text",
                "<p><a href='https://e.org'>a<a href='https://e.org'>b</a></a></p> | may not stand in another <a>",
                "<p><span class='page-of' data-ref='n'/></p> | points to 'n'",
                "<p id='a'>a</p><p id='a'>b</p>           | has the id 'a', which is used before",
                "<h2>a</h2>                               | the first heading must be h1",
                "<h1>a</h1><h3>b</h3>                     | it follows an h1",
                "<table><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></table> | has 2 columns, the first row has 1",
                "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table> | may not stand in",
                "<dl><dt>a</dt></dl>                      | has no dd after it",
                "<figure><svg viewBox='0 0 1 1'/></figure>| needs either an aria-label",
                "<figure><svg viewBox='0 0 1 1' aria-hidden='true'><image href='x'/></svg></figure> | takes no attribute 'href'",
                "<figure><svg viewBox='0 0 1 1' aria-hidden='true'><script/></svg></figure> | is not an element of the drawing subset",
                "<figure><svg viewBox='0 0 1' aria-hidden='true'/></figure> | needs a viewBox of four numbers",
                "&nbsp;                                   | nbsp",
            })
    void what_is_not_of_the_subset_is_refused_with_its_line(String inside, String reason) {
        assertThatThrownBy(() -> Samples.laidOut("\n\n" + inside))
                .isInstanceOf(MarkupNotUnderstood.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_document_type_is_refused() {
        String bomb = "<!DOCTYPE body [<!ENTITY a 'aaaa'>]><body><p>&a;</p></body>";
        assertThatThrownBy(() -> Typesetter.with(Theme.standard()).layOut(bomb, Samples.info()))
                .isInstanceOf(MarkupNotUnderstood.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void deep_nesting_is_refused_before_the_stack_is_full() {
        assertThatThrownBy(() -> Samples.laidOut("<div>".repeat(5000) + "</div>".repeat(5000)))
                .isInstanceOf(MarkupNotUnderstood.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void a_whole_html_document_with_a_head_is_read() {
        String html = "<html xmlns='http://www.w3.org/1999/xhtml'><head><meta charset='utf-8'/><title>t</title></head>"
                + "<body><p>a</p></body></html>";
        assertThatCode(() -> Typesetter.with(Theme.standard()).layOut(html, Samples.info())).doesNotThrowAnyException();
    }

    @Test
    void an_empty_body_is_refused() {
        assertThatThrownBy(() -> Samples.laidOut("")).hasMessageContaining("is empty");
    }

    @Test
    void headings_in_order_are_found_with_their_text() {
        assertThat(Samples.laidOut("<h1>a <em>b</em></h1><h2>c</h2><h1>d</h1>").headings())
                .extracting(Landmarks.Heading::text)
                .containsExactly("a b", "c", "d");
    }
}
