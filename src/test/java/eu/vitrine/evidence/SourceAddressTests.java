package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTests {

    @ParameterizedTest
    @CsvSource({"HTTPS://Example.ORG, https://example.org/", "https://example.org:443/a?b=c#d, https://example.org/a?b=c",
        "http://example.org:80/, http://example.org/", "https://example.org:8443/a, https://example.org:8443/a", "https://example.org/a/./b/../c, https://example.org/a/c",
        "https://example.org/../../a, https://example.org/a", "https://münchen.example/straße, https://xn--mnchen-3ya.example/stra%C3%9Fe",
        "https://example.org?q=1, https://example.org/?q=1", "https://example.org/%7Euser, https://example.org/%7Euser"})
    void an_address_has_one_spelling(String typed, String spelled) {
        assertThat(SourceAddress.of(typed)).hasToString(spelled);
        assertThat(SourceAddress.of(spelled)).hasToString(spelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///path", "https://user:secret@example.org/",
        "https://user@example.org/", "https://example.org:99999x/", "https://exa mple.org/", "https://example.org/\r\nHost: other", "gopher://example.org"})
    void what_is_no_plain_web_address_is_refused(String typed) {
        assertThatThrownBy(() -> SourceAddress.of(typed)).isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void a_redirect_leads_on_from_where_it_stands() {
        SourceAddress here = SourceAddress.of("https://example.org/a/b?q");
        assertThat(here.resolve("c")).hasToString("https://example.org/a/c");
        assertThat(here.resolve("//other.example/x")).hasToString("https://other.example/x");
        assertThat(here.resolve("http://127.0.0.1/")).hasToString("http://127.0.0.1/");
    }
}
