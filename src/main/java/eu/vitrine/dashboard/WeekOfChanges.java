package eu.vitrine.dashboard;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Moved;
import eu.vitrine.assessment.Outlook;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.intake.SavedBundles;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Revision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a week, what rests on it, and who has to look.
 *
 * @param week the days
 * @param owners what to check again, by owner
 * @param records how many records changed
 * @param changes the records that changed, newest first
 * @param passed days of the law within the time
 * @param coming days of the law soon after
 * @param sets policy sets that came into force
 * @param proposed policy sets, and with them figures of the law, that were put forward
 * @param evidence new versions of sources that say something else than before
 * @param damaged evidence that cannot be read, as it is now
 * @param bundles signed bundles of records that were saved
 */
record WeekOfChanges(CalendarWeek week, List<Owner> owners, int records, List<Change> changes, List<Outlook.LawDay> passed,
        List<Outlook.LawDay> coming, List<SetInForce> sets, List<SetInForce> proposed, List<Evidence> evidence, List<Evidence> damaged,
        List<SavedBundles.Saved> bundles) {

    /** @param name as the use states it; null for the uses that name nobody */
    record Owner(@Nullable String name, List<Recheck> uses) {}

    /**
     * A use of which something should be looked at again.
     *
     * @param assessment its newest assessment, or null
     * @param moved why that is out of date, or that there is none
     * @param stale facts that are due to be looked up again
     */
    record Recheck(RecordName use, @Nullable AssessmentLine assessment, List<Moved> moved, List<Stale> stale) {}

    /**
     * A fact that should be looked up again.
     *
     * @param label its noun phrase
     * @param seen the last day its source was seen to say so
     * @param record the record that states it
     */
    record Stale(String label, LocalDate seen, RecordName record) {}

    /**
     * A record that changed.
     *
     * @param newest its newest revision in the time
     * @param before the revision before the time; 0 where it is new
     * @param facts labels of the facts that changed, at most some
     * @param more how many further ones
     * @param rests the newest assessments that read it
     */
    record Change(RecordName record, Revision newest, int before, List<String> facts, int more, List<AssessmentLine> rests) {

        public boolean isNew() {
            return before == 0;
        }
    }

    /** A set that came into force, or was put forward. */
    record SetInForce(int number, String version, java.time.Instant at, String by) {}

    /**
     * Evidence to look at again.
     *
     * @param uses what it is attached to
     * @param rests the newest assessments that read these
     */
    record Evidence(String title, String path, java.time.Instant at, String by, List<EvidenceUse.Place> uses, List<AssessmentLine> rests) {}

    /** Whether nothing at all happened. */
    public boolean isQuiet() {
        return changes.isEmpty() && passed.isEmpty() && sets.isEmpty() && proposed.isEmpty() && evidence.isEmpty() && bundles.isEmpty();
    }

    /** How many uses somebody should look at. */
    public int uses() {
        return owners.stream().mapToInt(owner -> owner.uses().size()).sum();
    }
}
