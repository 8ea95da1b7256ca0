package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "models",
        "/a\r\nSet-Cookie: x=1", "/\t/evil.example", "", "/ a", "\\\\evil.example"})
    void what_may_lead_elsewhere_leads_home(String asked) {
        assertThat(ReturnTo.safe(asked)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/models?q=a%20b&page=2", "/audit/3"})
    void a_path_of_this_server_is_kept(String asked) {
        assertThat(ReturnTo.safe(asked)).isEqualTo(asked);
    }
}
