package eu.vitrine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.ErrorResponseException;

class JsonBodyTests {

    record Inner(@Nullable Integer count) {}

    record Outer(@Nullable String name, @Nullable List<Inner> parts) {}

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Fault fault(String json) {
        var refused = catchThrowableOfType(ErrorResponseException.class, () -> JsonBody.as(bytes(json), Outer.class));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        Map<String, Object> properties = Objects.requireNonNull(refused.getBody().getProperties());
        return (Fault) ((List<?>) Objects.requireNonNull(properties.get("errors"))).getFirst();
    }

    @Test
    void an_object_is_read_as_a_record_and_a_member_left_out_is_null() {
        assertThat(JsonBody.as(bytes("{\"parts\": [{\"count\": 3}]}"), Outer.class)).isEqualTo(new Outer(null, List.of(new Inner(3))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "null | not-an-object |''",
        "[] | not-an-object |''",
        "{ | malformed |''",
        "{\"name\": \"a\", \"name\": \"b\"} | malformed |''",
        "{\"a/b\": 1} | unknown-member | /a~1b",
        "{\"parts\": [{}, {\"size\": 1}]} | unknown-member | /parts/1/size",
        "{\"parts\": [{\"count\": \"many\"}]} | wrong-value | /parts/0/count",
        "{\"parts\": 7} | wrong-value | /parts"})
    void anything_else_is_refused_with_its_place(String json, String code, String pointer) {
        Fault fault = fault(json);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.pointer()).isEqualTo(pointer);
    }

    enum Size { SMALL, LARGE }

    record Described(@Nullable Size size, @Nullable LocalDate day, @Nullable Boolean sure, @Nullable UUID id, @Nullable Inner inner, @Nullable String name) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"size\": \"huge\"} | one of SMALL, LARGE",
        "{\"day\": \"tomorrow\"} | a date as 2026-08-02",
        "{\"sure\": \"perhaps\"} | true or false",
        "{\"id\": \"7\"} | an identifier as 123e4567",
        "{\"inner\": []} | an object",
        "{\"inner\": {\"count\": 1e99}} | a whole number",
        "{\"name\": {}} | a text"})
    void what_belongs_there_is_said_in_words_of_json(String json, String words) {
        var refused = catchThrowableOfType(ErrorResponseException.class, () -> JsonBody.as(bytes(json), Described.class));
        assertThat(refused.getBody().getProperties().toString()).contains("This is not what belongs here: " + words).doesNotContain("java.", "tools.", "Json");
    }

    @ParameterizedTest
    @CsvSource({"'{\"name\": \"a\\u0000\"}', /name", "'{\"parts\": [{\"a/b\": \"\\ud800\"}]}', /parts/0/a~1b", "'{\"\\u0007\": 1}', ''"})
    void a_text_that_no_database_can_keep_is_refused_where_it_stands(String json, String pointer) {
        assertThat(fault(json)).satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo("character");
        });
    }

    @Test
    void a_pair_of_surrogates_and_line_ends_are_text_like_any_other() {
        assertThat(JsonBody.as(bytes("{\"name\": \"a\\ud83d\\ude00\\n\\tb\"}"), Outer.class).name()).isEqualTo("a\ud83d\ude00\n\tb");
    }

    @Test
    void bytes_beyond_the_limit_are_refused_before_they_are_parsed() {
        var refused = catchThrowableOfType(ErrorResponseException.class, () -> JsonBody.of(new byte[4 * 1024 * 1024 + 1]));
        assertThat(refused.getStatusCode().value()).isEqualTo(413);
    }
}
