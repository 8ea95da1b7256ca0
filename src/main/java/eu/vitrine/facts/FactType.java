package eu.vitrine.facts;

import java.util.Locale;
import java.util.Optional;

/** The types that a fact, a list element or a table column can have. */
public enum FactType {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    QUANTITY,
    MONEY,
    DATE,
    TEXT,
    URL,
    COUNTRY,
    LANGUAGE,
    CHOICE,
    REFERENCE,
    LIST,
    TABLE;

    /** The type as written in vocabulary files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are numbers, possibly with a range. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == QUANTITY || this == MONEY;
    }

    /** Whether values are single strings. */
    public boolean isString() {
        return this == TEXT || this == URL || this == COUNTRY || this == LANGUAGE || this == CHOICE || this == REFERENCE;
    }

    /** The type with this code, or empty when there is none. */
    public static Optional<FactType> of(String code) {
        for (FactType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
