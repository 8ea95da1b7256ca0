package eu.vitrine.facts;

import java.util.Locale;
import java.util.Optional;

/** The six kinds of record. A fact id begins with the code of its kind. */
public enum Kind {
    MODEL,
    PROVIDER,
    LICENCE,
    SERVICE,
    USE,
    ORGANISATION;

    /** The kind as written in fact ids and files, for example {@code model}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code, or empty when there is none. */
    public static Optional<Kind> of(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
