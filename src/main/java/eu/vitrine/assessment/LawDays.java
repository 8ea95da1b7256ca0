package eu.vitrine.assessment;

import eu.vitrine.policy.LawDatum;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;

/**
 * The days that the law can be read for: not before the Act entered into force, and not so far ahead that nobody can mean it.
 *
 * @param first the first such day
 * @param last the last such day
 */
public record LawDays(LocalDate first, LocalDate last) {

    private static final String IN_FORCE = "act_in_force";

    /** Stands in for sets that do not state the day: Regulation (EU) 2024/1689, Art. 113, first sentence. */
    private static final LocalDate OTHERWISE = LocalDate.of(2024, 8, 1);

    /** No day of the law lies beyond; a convention of this product. */
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    static LawDays of(PolicySet set) {
        LocalDate first = set.lawData().stream().filter(datum -> datum.name().equals(IN_FORCE) && datum.type() == LawDatum.Type.DATE)
                .map(datum -> datum.versions().getFirst().value()).filter(LocalDate.class::isInstance).map(LocalDate.class::cast)
                .findFirst().orElse(OTHERWISE);
        return new LawDays(first, LAST);
    }

    boolean hold(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
