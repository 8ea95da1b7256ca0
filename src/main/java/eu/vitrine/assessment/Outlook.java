package eu.vitrine.assessment;

import eu.vitrine.dossier.Figure;
import eu.vitrine.dossier.Figures;
import eu.vitrine.registry.RecordName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the days to come bring for all models, uses and the organisation together, by their newest assessments and if the facts stay as they are.
 *
 * @param today the day it was asked
 * @param assessed how many records have an assessment
 * @param days days to come on which duties fall due or can be enforced, soonest first
 * @param law days of the law to come, soonest first
 */
public record Outlook(LocalDate today, int assessed, List<Day> days, List<LawDay> law) {

    /**
     * What a day brings.
     *
     * @param due duties that fall due, by policy
     * @param enforceable duties that can be enforced from then on, by policy
     * @param records how many records any of them is about
     * @param named the first of them by name
     */
    public record Day(LocalDate date, List<Duty> due, List<Duty> enforceable, int records, List<RecordName> named) {

        /** How many records are not named. */
        public int more() {
            return records - named.size();
        }

        /** Each duty once, in the order of their ids. */
        public List<Both> duties() {
            Map<String, Both> both = new TreeMap<>();
            due.forEach(one -> both.put(one.policy(), new Both(one.policy(), one.title(), one, null)));
            enforceable.forEach(one -> both.merge(one.policy(), new Both(one.policy(), one.title(), null, one),
                    (first, second) -> new Both(first.policy(), first.title(), first.due(), second.enforceable())));
            return List.copyOf(both.values());
        }

        int count(boolean falling) {
            return (falling ? due : enforceable).stream().mapToInt(Duty::records).sum();
        }

        int firm(boolean falling) {
            return (falling ? due : enforceable).stream().mapToInt(Duty::firm).sum();
        }
    }

    /**
     * A duty on a day.
     *
     * @param title title in the set in force, or null where that has no such policy
     * @param records how many models, uses or organisations it is about
     * @param firm about how many of them it is known to apply
     */
    public record Duty(String policy, @Nullable String title, int records, int firm) {}

    /**
     * A duty on a day that it falls due, can be enforced from, or both.
     *
     * @param due for how many records it falls due; null for none
     * @param enforceable for how many records it can be enforced from then on; null for none
     */
    public record Both(String policy, @Nullable String title, @Nullable Duty due, @Nullable Duty enforceable) {}

    /**
     * A day that the law itself names.
     *
     * @param what what begins, ends or changes then
     * @param source where it stands
     */
    public record LawDay(LocalDate date, String what, String source) {}

    /** The days on a line; null where none is to come. */
    public @Nullable Figure figure() {
        List<Figures.Moment> moments = new ArrayList<>();
        for (Day day : days) {
            if (day.count(true) > 0) {
                moments.add(new Figures.Moment(day.date(), true, day.count(true), day.firm(true)));
            }
        }
        for (Day day : days) {
            if (day.count(false) > 0) {
                moments.add(new Figures.Moment(day.date(), false, day.count(false), day.firm(false)));
            }
        }
        return Figures.timeline(moments, today).orElse(null);
    }
}
