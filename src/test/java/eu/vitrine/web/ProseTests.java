package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTests {

    @Test
    void lists_emphasis_code_and_lines_are_shown_as_such() {
        assertThat(Prose.html("Asked **twice**, *in vain*.\nSee `terms`:\n\n- one\n- two\n\n> said so"))
                .contains("<strong>twice</strong>", "<em>in vain</em>.<br>", "<code>terms</code>", "<li>one</li>", "<blockquote>");
    }

    @Test
    void a_link_to_https_leaves_nothing_behind() {
        assertThat(Prose.html("[terms](https://example.org/a?b=c&d)"))
                .contains("<a href=\"https://example.org/a?b=c&amp;d\" rel=\"noopener noreferrer nofollow\">terms</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](javascript:alert(1))", "[x](http://example.org)", "[x](//example.org)", "[x](data:text/html,x)", "<javascript:alert(1)>",
        "[x](/models)", "[x](JaVaScRiPt:alert(1))", "[x]: javascript:alert(1)\n\n[x]"})
    void other_addresses_are_only_their_words(String markdown) {
        assertThat(Prose.html(markdown)).doesNotContain("<a", "href");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>", "![x](https://example.org/x.png)", "<!-- x -->",
        "[x](https://a.example/\"onmouseover=alert(1))", "[<img src=x>](https://a.example)", "<svg/onload=alert(1)>"})
    void html_and_pictures_stay_text(String markdown) {
        assertThat(Prose.html(markdown)).doesNotContainPattern("<(?!/?(p|a|br|em|strong|code|ul|ol|li|blockquote)[ >])")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=\"?");
    }

    @Test
    void a_heading_does_not_mix_with_those_of_the_page() {
        assertThat(Prose.html("# Big\n\nSmall\n=====")).doesNotContain("<h1", "<h2", "<hr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "*", ">", "- ", "`", "![", "[a](", "_*"})
    void what_is_meant_to_take_long_does_not(String part) {
        assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Prose.html(part.repeat(20_000))))
                .doesNotThrowAnyException();
    }
}
