package eu.vitrine.facts;

import java.util.Locale;
import java.util.Optional;

/** What is known about a fact. Only {@link #VALUE} and {@link #NONE} are knowledge; the other four read as unknown. */
public enum State {
    /** Known. */
    VALUE,
    /** The source says that there is none. */
    NONE,
    /** Somebody searched, in a named place on a day, and found nothing. */
    ABSENT,
    /** The provider declines, or says nothing where the document should. */
    WITHHELD,
    /** Does not apply, with a reason. */
    NOT_APPLICABLE,
    /** Nobody has looked, or there is no answer yet. */
    UNKNOWN;

    /** The state as written in files, for example {@code not_applicable}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this code, or empty when there is none. */
    public static Optional<State> of(String code) {
        for (State state : values()) {
            if (state.code().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
