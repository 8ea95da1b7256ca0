package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure, date, text or list of the law, with its source; dated, because the law changes.
 *
 * @param name as conditions write it after {@code law.}
 * @param type number, count (a whole number, of days for example), date, text or list
 * @param label what it is, for people
 * @param labels what the entries of a list are, for people; empty where they need no words
 * @param versions oldest first; the one in force on the day counts, before the first one the first
 */
public record LawDatum(String name, Type type, String label, Map<String, String> labels, List<Version> versions) {

    /** Beginning of the names of an organisation's own figures, which are no figures of the law. */
    static final String HOUSE = "house.";

    public LawDatum {
        labels = Map.copyOf(labels);
        versions = List.copyOf(versions);
    }

    /** Whether this is an organisation's own figure. */
    public boolean isOurs() {
        return name.startsWith(HOUSE);
    }

    /** What kind of value it is. */
    public enum Type {
        NUMBER,
        COUNT,
        DATE,
        TEXT,
        LIST
    }

    /**
     * A value and where it stands.
     *
     * @param from first day it holds, or null when it always has
     * @param value Double for numbers and counts, LocalDate, String, or a list of strings
     * @param source provision or document
     */
    public record Version(@Nullable LocalDate from, Object value, String source) {}

    /** The value that holds on a day; before the first version, the first. */
    public Object on(LocalDate day) {
        Object current = versions.get(0).value();
        for (Version version : versions) {
            if (version.from() == null || !version.from().isAfter(day)) {
                current = version.value();
            }
        }
        return current;
    }
}
