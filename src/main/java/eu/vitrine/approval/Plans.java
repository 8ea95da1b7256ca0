package eu.vitrine.approval;

import eu.vitrine.web.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a form says is done about gaps. Fields end in the gap's place in the list, or in "all-" and a family: these hold for its gaps without a plan. */
final class Plans {

    private static final String ALL = "all-";
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 200;

    private final Map<String, String> typed;
    private final LocalDate today;
    private final FormErrors errors;

    private Plans(Map<String, String> typed, LocalDate today, FormErrors errors) {
        this.typed = typed;
        this.today = today;
        this.errors = errors;
    }

    /** The plans by key of the gap; what is wrong is added to the errors. */
    static Map<String, TreatedGap.Plan> of(Map<String, String> typed, List<Gap> gaps, LocalDate today, FormErrors errors) {
        var reading = new Plans(typed, today, errors);
        var plans = new HashMap<String, TreatedGap.Plan>();
        var together = new EnumMap<Gap.Family, TreatedGap.Plan>(Gap.Family.class);
        gaps.stream().map(Gap::family).filter(Gap.Family::isTogether).distinct()
                .forEach(family -> reading.plan(ALL + family.name(), "…").ifPresent(plan -> together.put(family, plan)));
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            reading.plan(Integer.toString(i), gap.title()).or(() -> Optional.ofNullable(together.get(gap.family())))
                    .ifPresent(plan -> plans.put(gap.key(), plan));
        }
        return plans;
    }

    private Optional<TreatedGap.Plan> plan(String end, String title) {
        Optional<Treatment> treatment = Arrays.stream(Treatment.values()).filter(one -> one.name().equals(text("treatment-", end))).findFirst();
        if (treatment.isEmpty()) {
            return Optional.empty();
        }
        String reason = bounded("reason-", end, LONGEST);
        String owner = bounded("owner-", end, LONGEST_NAME);
        String fallback = bounded("fallback-", end, LONGEST);
        LocalDate deadline = deadline(end);
        if (reason.isEmpty()) {
            errors.add("reason-" + end, "approval.reason.missing", title);
        }
        boolean acts = treatment.get() == Treatment.ASK || treatment.get() == Treatment.MITIGATE;
        if (acts && (owner.isEmpty() || text("deadline-", end).isEmpty())) {
            errors.add("owner-" + end, "approval.owner.missing", title);
        }
        return Optional.of(new TreatedGap.Plan(treatment.get(), reason, owner.isEmpty() ? null : owner, deadline, fallback.isEmpty() ? null : fallback));
    }

    private String text(String field, String end) {
        return typed.getOrDefault(field + end, "").strip();
    }

    private String bounded(String field, String end, int longest) {
        String text = text(field, end);
        if (text.length() > longest) {
            errors.add(field + end, "approval.long", longest);
        }
        return text;
    }

    private @Nullable LocalDate deadline(String end) {
        return day("deadline-" + end, text("deadline-", end), today, errors);
    }

    /** A day to come; null, with an error where something else was typed. */
    static @Nullable LocalDate day(String field, String text, LocalDate today, FormErrors errors) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(today) || day.getYear() > today.getYear() + 100) {
                errors.add(field, "approval.day.past", text);
            }
            return day;
        } catch (DateTimeException e) {
            errors.add(field, "approval.day.wrong", text);
            return null;
        }
    }

    /** What a form would have to hold to say these plans. */
    static Map<String, String> typed(List<TreatedGap> gaps) {
        var typed = new HashMap<String, String>();
        for (int i = 0; i < gaps.size(); i++) {
            TreatedGap.Plan plan = gaps.get(i).plan();
            if (plan != null) {
                typed.put("treatment-" + i, plan.treatment().name());
                typed.put("reason-" + i, plan.reason());
                put("owner-" + i, plan.owner(), typed);
                put("deadline-" + i, plan.deadline(), typed);
                put("fallback-" + i, plan.fallback(), typed);
            }
        }
        return typed;
    }

    private static void put(String field, @Nullable Object value, Map<String, String> typed) {
        if (value != null) {
            typed.put(field, value.toString());
        }
    }
}
