package eu.vitrine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BadgeTests {

    private static String svg(String message, String title) {
        return new String(new Badge("Vitrine", message, title, "#22663f").svg(), StandardCharsets.UTF_8);
    }

    @Test
    void it_is_flat_twenty_pixels_high_and_says_to_a_screen_reader_what_it_shows() throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(new Badge("Vitrine", "May be used", "May be used for “Letters”.", "#22663f").svg())).getDocumentElement();
        assertThat(root.getAttribute("height")).isEqualTo("20");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("May be used for “Letters”.");
        assertThat(root.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("May be used");
        double drawn = Double.parseDouble(((Element) root.getElementsByTagName("text").item(1)).getAttribute("textLength"));
        assertThat(Double.parseDouble(root.getAttribute("width"))).isGreaterThan(drawn + Badge.width("Vitrine"));
    }

    @Test
    void a_longer_message_makes_a_wider_badge_and_wide_letters_take_more_than_narrow_ones() {
        assertThat(Badge.width("May be used with conditions")).isBetween(150.0, 190.0);
        assertThat(Badge.width("WWWW")).isGreaterThan(2 * Badge.width("iiii"));
        assertThat(Badge.width("")).isZero();
    }

    @Test
    void what_somebody_named_a_use_stays_text() {
        assertThat(svg("x", "</title><script>alert(1)</script> \"&\" \u0001\uFFFE")).doesNotContain("<script").contains("&lt;script&gt;", "&quot;&amp;&quot;", "\uFFFD\uFFFD")
                .doesNotContain("\u0001");
    }

    @Test
    void it_carries_no_style_that_a_content_policy_would_forbid() {
        assertThat(svg("x", "y")).doesNotContain("style", "href", "onload", "<image", "url(");
    }
}
