package eu.vitrine.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * RFC 8785 (JSON Canonicalization Scheme) for the values an audit event may hold. Fractions are refused: no event needs
 * them, and without them nothing is rounded.
 */
final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The bytes of an object.
     *
     * @throws IllegalArgumentException if it holds a value that JSON cannot hold exactly
     */
    static byte[] bytes(Map<String, ?> object) {
        check(object);
        try {
            return new JsonCanonicalizer(JsonMapper.shared().writeValueAsString(object)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a checked object is always JSON", e);
        }
    }

    private static void check(@Nullable Object value) {
        switch (value) {
            case null -> { }
            case String text -> text(text);
            case Boolean truth -> { }
            case Integer number -> { }
            case Long number -> number(number);
            case List<?> list -> list.forEach(CanonicalJson::check);
            case Map<?, ?> map -> map.forEach((key, item) -> {
                text((String) key);
                check(item);
            });
            default -> throw new IllegalArgumentException("An audit event cannot hold a " + value.getClass().getName());
        }
    }

    private static void number(long number) {
        if (Math.abs(number) > LARGEST) {
            throw new IllegalArgumentException("JSON cannot hold " + number + " exactly; record it as text");
        }
    }

    private static void text(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw new IllegalArgumentException("Half a character at position " + i + " of a text");
            }
        }
    }
}
