package eu.vitrine.policy;

import eu.vitrine.facts.FactWords;
import java.time.LocalDate;

/**
 * The days that the law can be read for: not before the Act entered into force, and not so far ahead that nobody can mean it.
 *
 * @param first the first such day
 * @param last the last such day
 */
public record LawDays(LocalDate first, LocalDate last) {

    /** Whether the law can be read for this day. */
    public boolean hold(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Why it cannot be read for a day that these do not hold. */
    public String refusal(LocalDate day) {
        return "The law can be read for days from " + FactWords.date(first) + ", when the Act entered into force, to "
                + FactWords.date(last) + ", not for " + FactWords.date(day);
    }
}
