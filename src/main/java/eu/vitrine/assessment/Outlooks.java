package eu.vitrine.assessment;

import eu.vitrine.policy.LawDatum;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.web.DatesInWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outlook over all models, uses and the organisation. It reads the columns of the newest assessments; nothing is evaluated. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Outlooks {

    private static final int NAMED = 12;

    private final OutlookQuery query;
    private final Policies policies;
    private final DatesInWords dates;

    Outlooks(OutlookQuery query, Policies policies, DatesInWords dates) {
        this.query = query;
        this.policies = policies;
        this.dates = dates;
    }

    /** What comes after today. */
    public Outlook now() {
        LocalDate today = dates.today();
        PolicySet set = policies.current();
        Map<LocalDate, List<Outlook.Duty>> due = byDay(query.after(today, true), set);
        Map<LocalDate, List<Outlook.Duty>> enforceable = byDay(query.after(today, false), set);
        TreeMap<LocalDate, Boolean> all = new TreeMap<>();
        due.keySet().forEach(day -> all.put(day, true));
        enforceable.keySet().forEach(day -> all.put(day, true));
        List<Outlook.Day> days = all.keySet().stream().map(day -> new Outlook.Day(day, due.getOrDefault(day, List.of()),
                enforceable.getOrDefault(day, List.of()), query.countRecords(day), query.records(day, NAMED))).toList();
        return new Outlook(today, query.assessed(), days, law(set, today));
    }

    /** Days of the law from, inclusive, to, inclusive: dates that the law names, and days from which another figure holds. */
    public List<Outlook.LawDay> law(LocalDate from, LocalDate to) {
        return law(policies.current(), from.minusDays(1)).stream().filter(day -> !day.date().isAfter(to)).toList();
    }

    /** Which duties about which records fall due or can be enforced from that day on, by name. */
    public List<OutlookLine> on(LocalDate day) {
        return query.lines(day);
    }

    private static Map<LocalDate, List<Outlook.Duty>> byDay(List<OutlookQuery.Counted> counted, PolicySet set) {
        Map<LocalDate, List<Outlook.Duty>> byDay = new TreeMap<>();
        counted.forEach(one -> byDay.computeIfAbsent(one.day(), day -> new ArrayList<>())
                .add(new Outlook.Duty(one.policy(), title(set, one.policy()), one.records(), one.firm())));
        return byDay;
    }

    private static @Nullable String title(PolicySet set, String id) {
        return set.policy(id).map(Policy::title).orElse(null);
    }

    /** Dates that the law names, and days from which another figure holds. */
    private static List<Outlook.LawDay> law(PolicySet set, LocalDate today) {
        List<Outlook.LawDay> days = new ArrayList<>();
        for (LawDatum datum : set.lawData()) {
            for (LawDatum.Version version : datum.versions()) {
                if (version.value() instanceof LocalDate day && day.isAfter(today)) {
                    days.add(new Outlook.LawDay(day, datum.label(), version.source()));
                } else if (version.from() != null && version.from().isAfter(today)) {
                    days.add(new Outlook.LawDay(version.from(), datum.label(), version.source()));
                }
            }
        }
        days.sort(Comparator.comparing(Outlook.LawDay::date).thenComparing(Outlook.LawDay::what));
        return List.copyOf(days);
    }
}
