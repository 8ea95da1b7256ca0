package eu.vitrine.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day to come on which findings change, if the facts stay as they are.
 *
 * @param date the day
 * @param becomesDue ids of the duties that fall due
 * @param becomesEnforceable ids of the duties that can be enforced from then on
 * @param score the score on that day
 */
public record OutlookDate(LocalDate date, List<String> becomesDue, List<String> becomesEnforceable, @Nullable Score score) {}
