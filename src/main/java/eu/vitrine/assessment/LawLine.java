package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.LawDatum;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure, date or list of the law, or a figure of our own, as a policy set holds it.
 *
 * @param name as conditions write it after {@code law.}, or with {@code house.} before it
 * @param label what it is
 * @param ours whether it is our own and no figure of the law
 * @param versions oldest first
 */
record LawLine(String name, String label, boolean ours, List<Version> versions) {

    /**
     * @param from first day it holds, in words; null where it holds from the beginning
     * @param value in words
     * @param source where it stands
     */
    record Version(@Nullable String from, String value, String source) {}

    static LawLine of(LawDatum datum) {
        return new LawLine(datum.name(), datum.label(), datum.isOurs(), datum.versions().stream()
                .map(one -> new Version(one.from() == null ? null : FactWords.date(one.from()), words(one.value()), one.source())).toList());
    }

    private static String words(Object value) {
        return switch (value) {
            case Double number -> FactWords.number(number);
            case LocalDate day -> FactWords.date(day);
            case List<?> items -> String.join(", ", items.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}
