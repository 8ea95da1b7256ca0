package eu.vitrine.policy;

import eu.vitrine.facts.FactWords;
import java.time.LocalDate;
import java.util.Map;

/**
 * The days that the law can be read for: not before the Act entered into force, and not so far ahead that nobody can mean it.
 *
 * @param first the first such day
 * @param last the last such day
 */
public record LawDays(LocalDate first, LocalDate last) {

    private static final String IN_FORCE = "act_in_force";
    /** No day of the law lies beyond; a convention of this product. */
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    /** By the figures of a set; one that does not say when the Act entered into force sets no first day. */
    static LawDays of(Map<String, LawDatum> law) {
        LawDatum inForce = law.get(IN_FORCE);
        return new LawDays(inForce == null ? LocalDate.EPOCH : (LocalDate) inForce.on(LAST_DAY), LAST_DAY);
    }

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
