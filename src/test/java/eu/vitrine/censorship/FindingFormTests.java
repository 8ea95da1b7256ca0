package eu.vitrine.censorship;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.web.FormErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFormTests {

    private static Map<String, String> typed(String... more) {
        var typed = new LinkedHashMap<>(Map.of("family", "CENSORSHIP", "kind", "EXTERNAL_STUDY", "applicability", "SAME_FAMILY", "statement", "It refuses."));
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], more[i + 1]);
        }
        return typed;
    }

    private static FormErrors errors(Map<String, String> typed) {
        var errors = new FormErrors();
        FindingForm.read(typed, errors);
        return errors;
    }

    @Test
    void what_was_typed_comes_back_as_it_says() {
        Map<String, String> all = typed("topicGroup", "CN", "topic", "Taiwan", "behaviour", "DENIAL", "language", "zh-Hant", "testedModel", "X 1", "host", "api",
                "evaluator", "Lab", "metric", "refused", "value", "0.72", "n", "50", "severity", "high", "sourceUrl", "https://example.org/a", "asOf", "2026-05",
                "retrievedOn", "2026-06-01", "evidence", "a".repeat(64), "limits", "few prompts", "reply", "No.", "replyUrl", "https://example.org/b",
                "replyOn", "2026-06-02", "confirmed", "");
        assertThat(FindingForm.of(FindingForm.read(all, new FormErrors()).orElseThrow())).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"family,x", "kind,MEASURED", "applicability,''", "statement,''", "topicGroup,XX", "behaviour,RUDE", "language,English!", "value,many", "value,1e99999",
        "n,-3", "n,1.5", "sourceUrl,javascript:alert(1)", "asOf,yesterday", "retrievedOn,2026-13-01", "evidence,abc", "replyUrl,ftp://x"})
    void a_field_that_is_not_as_it_must_be_is_named(String field, String value) {
        assertThat(errors(typed(field, value)).on(field)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"SINGLE_OBSERVATION", "PROVIDER_STATEMENT"})
    void only_a_study_carries_figures(String kind) {
        assertThat(errors(typed("kind", kind, "value", "0.5")).on("value")).isPresent();
        assertThat(errors(typed("kind", kind, "n", "20")).on("value")).isPresent();
        assertThat(errors(typed("kind", kind)).any()).isFalse();
    }
}
