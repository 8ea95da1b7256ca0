package eu.vitrine.dashboard;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Moved;
import eu.vitrine.assessment.Outlook;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.intake.SavedBundles;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a week, what rests on it, and who has to look.
 *
 * @param week the days
 * @param rechecks what to check again, by owner
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
record WeekOfChanges(CalendarWeek week, Rechecks.Found rechecks, int records, List<Change> changes, List<Outlook.LawDay> passed,
        List<Outlook.LawDay> coming, List<SetInForce> sets, List<SetInForce> proposed, List<Evidence> evidence, List<Evidence> damaged,
        List<SavedBundles.Saved> bundles) {

    /** @param name as the use states it; null for the uses that name nobody */
    record Owner(@Nullable String name, List<Recheck> uses) {}

    /**
     * A use of which something should be looked at again.
     *
     * @param assessment its newest assessment, or null
     * @param approval the verdict in a sentence, where an approval of the use no longer holds; null where it holds or nobody approved
     * @param moved why that is out of date, or that there is none
     * @param stale facts that are due to be looked up again
     * @param changed evidence it rests on that says something else now
     * @param damaged evidence it rests on that cannot be read
     */
    record Recheck(RecordName use, @Nullable AssessmentLine assessment, @Nullable String approval, List<Moved> moved, List<Stale> stale, List<Doubt> changed, List<Doubt> damaged) {

        boolean isDue() {
            return approval != null || !moved.isEmpty() || !stale.isEmpty() || !changed.isEmpty() || !damaged.isEmpty();
        }

        boolean restsOn(Evidence evidence) {
            return Stream.of(changed, damaged).flatMap(List::stream).anyMatch(doubt -> doubt.path().equals(evidence.path()));
        }
    }

    /**
     * Evidence that a use rests on and that is in doubt.
     *
     * @param places what it is attached to, of what the use rests on
     */
    record Doubt(String title, String path, List<EvidenceUse.Place> places) {}

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
     * @param sections what changed; empty where it is new
     * @param rests the newest assessments that read it
     */
    record Change(RecordName record, Revision newest, int before, List<ChangedSection> sections, Resting rests) {

        public boolean isNew() {
            return before == 0;
        }
    }

    /**
     * A section of the vocabulary of which something changed.
     *
     * @param id its id, or null for facts that are no longer asked
     */
    record ChangedSection(@Nullable String id, String label, List<ChangedFact> facts) {

        private static final int NAMED = 4;

        /** Labels of the first facts. */
        public List<String> named() {
            return facts.stream().limit(NAMED).map(ChangedFact::label).toList();
        }

        /** How many are not among the first. */
        public int more() {
            return Math.max(0, facts.size() - NAMED);
        }
    }

    /** @param id id of the fact, or name of the attribute */
    record ChangedFact(String id, String label) {}

    /**
     * Assessments that rest on something.
     *
     * @param named the first of them
     * @param more whether there are others
     */
    record Resting(List<AssessmentLine> named, boolean more) {}

    /** A set that came into force, or was put forward. */
    record SetInForce(int number, String version, Instant at, String by) {}

    /**
     * Evidence to look at again.
     *
     * @param uses what it is attached to
     * @param rests the newest assessments that read these
     */
    record Evidence(String title, String path, Instant at, String by, List<EvidenceUse.Place> uses, Resting rests) {}

    public List<Owner> owners() {
        return rechecks.owners();
    }

    /** The owners of uses that rest on this evidence, by their places in {@link #owners()}. */
    public List<Integer> ownersOf(Evidence evidence) {
        return IntStream.range(0, owners().size()).filter(n -> owners().get(n).uses().stream().anyMatch(use -> use.restsOn(evidence))).boxed().toList();
    }

    /** Whether nothing at all happened. */
    public boolean isQuiet() {
        return changes.isEmpty() && passed.isEmpty() && sets.isEmpty() && proposed.isEmpty() && evidence.isEmpty() && bundles.isEmpty();
    }

    /** How many uses somebody should look at. */
    public int uses() {
        return owners().stream().mapToInt(owner -> owner.uses().size()).sum();
    }
}
