package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an assessment still says what a new one would read; computed on reading, never stored. */
final class Currency {

    private Currency() {}

    /**
     * What has moved since.
     *
     * @param records pins whose records have moved on
     * @param by the set it was made by
     * @param current the set in force
     * @param nextDate day on which the assessment itself says that a finding changes
     */
    static List<Moved> of(List<ModelRegistry.Moved> records, PolicySet.Identity by, PolicySet.Identity current,
            @Nullable LocalDate nextDate, LocalDate today) {
        List<Moved> moved = new ArrayList<>();
        for (ModelRegistry.Moved one : records) {
            String kind = one.pinned().kind().code();
            moved.add(one.pinned().isNone()
                    ? Moved.of("found." + kind, one.pinned().slug())
                    : Moved.of(kind, one.pinned().slug(), one.pinned().number(), one.now().number()));
        }
        if (!by.rulesDigest().equals(current.rulesDigest())) {
            moved.add(Moved.of("rules", by.version(), current.version()));
        } else if (!by.textDigest().equals(current.textDigest())) {
            moved.add(Moved.of("wording"));
        }
        if (nextDate != null && !nextDate.isAfter(today)) {
            moved.add(Moved.of("day", FactWords.date(nextDate)));
        }
        return List.copyOf(moved);
    }
}
