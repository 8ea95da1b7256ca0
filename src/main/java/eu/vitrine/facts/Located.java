package eu.vitrine.facts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a YAML or JSON file that remembers where it stands, so that every complaint can name file, line and column. */
public sealed interface Located {

    String file();

    int line();

    int column();

    /** What the node is, in words for a person. */
    String described();

    /** A problem at this node. */
    default Problem problem(String message) {
        return new Problem(file(), line(), column(), message);
    }

    /** Whether this is an explicit null. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.value() == null;
    }

    /**
     * A mapping, in the order of the file.
     *
     * @param keys where each key stands
     */
    record Mapping(String file, int line, int column, Map<String, Located> entries, Map<String, Scalar> keys)
            implements Located {

        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value under this key, or null when the key is missing. */
        public @Nullable Located get(String key) {
            return entries.get(key);
        }

        /** The value under this key; a missing key and an explicit null are both null. */
        public @Nullable Located present(String key) {
            Located value = entries.get(key);
            return value == null || value.isNull() ? null : value;
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A list. */
    record Sequence(String file, int line, int column, List<Located> items) implements Located {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * A single value: String, Boolean, BigDecimal, or null.
     *
     * @param value as the YAML 1.2 core schema reads it: {@code no} is a string, {@code 1e23} a number, dates are strings
     * @param text as written
     */
    record Scalar(String file, int line, int column, @Nullable Object value, String text) implements Located {

        @Override
        public String described() {
            if (value == null) {
                return "nothing";
            }
            String kind = value instanceof Boolean ? "the boolean " : value instanceof BigDecimal ? "the number " : "";
            return kind + "\"" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "\"";
        }
    }
}
