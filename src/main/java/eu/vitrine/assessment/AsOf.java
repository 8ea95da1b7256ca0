package eu.vitrine.assessment;

import eu.vitrine.policy.LawDays;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day of the law that somebody asks for. */
@Component
class AsOf {

    static final String FIELD = "as-of";

    private final Policies policies;
    private final DatesInWords dates;

    AsOf(Policies policies, DatesInWords dates) {
        this.policies = policies;
        this.dates = dates;
    }

    /** The day, or today where none is asked for or an error is noted. */
    LocalDate read(@Nullable String asked, FormErrors errors) {
        if (asked == null || asked.isBlank()) {
            return dates.today();
        }
        Optional<LocalDate> day = parsed(asked);
        LawDays days = policies.current().days();
        if (day.isEmpty()) {
            errors.add(FIELD, "preview.day.wrong");
        } else if (!days.hold(day.get())) {
            errors.add(FIELD, "preview.day.range", days.first().toString(), days.last().toString());
        } else {
            return day.get();
        }
        return dates.today();
    }

    /**
     * The same for programs.
     *
     * @throws NoDayOfTheLaw if it is none
     */
    LocalDate read(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return dates.today();
        }
        LawDays days = policies.current().days();
        return parsed(asked).filter(days::hold).orElseThrow(() -> new NoDayOfTheLaw(asked.length() > 40 ? asked.substring(0, 40) + "…" : asked, days));
    }

    private static Optional<LocalDate> parsed(String asked) {
        try {
            return Optional.of(LocalDate.parse(asked.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
