package eu.vitrine.dashboard;

import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Outlook;
import eu.vitrine.evidence.EvidenceUse;
import eu.vitrine.intake.SavedBundles;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A week of changes as programs read it: the things and words of the page, with slugs and the paths of pages. Described in {@code openapi/dashboard.json}. */
record WeekAnswer(String week, LocalDate from, LocalDate to, String before, @Nullable String after, boolean quiet, int records, int uses, List<Owner> owners,
        int usesNotLookedAt, List<Change> changes, List<Evidence> evidence, List<Evidence> damaged, List<Bundle> bundles, List<LawDay> law, List<LawDay> lawAhead,
        List<PolicySet> setsInForce, List<PolicySet> setsProposed) {

    record Named(String kind, String slug, String name, String path) {

        static Named of(RecordName record) {
            return new Named(record.kind().code(), record.slug(), record.name(), record.path());
        }
    }

    record Owner(@Nullable String name, List<Recheck> uses) {}

    record Recheck(String slug, String name, String path, @Nullable Resting assessment, @Nullable String approval, List<String> reasons, List<Stale> stale, List<Doubt> evidence) {}

    record Doubt(String title, String path, boolean damaged, List<Place> attachedTo) {

        static Doubt of(WeekOfChanges.Doubt doubt, boolean damaged) {
            return new Doubt(doubt.title(), doubt.path(), damaged, doubt.places().stream().map(Place::of).toList());
        }
    }

    record Stale(String fact, LocalDate lastSeen, Named record) {}

    record Resting(String kind, String slug, String name, int number, String path) {

        static Resting of(AssessmentLine line) {
            return new Resting(line.kind().code(), line.slug(), line.name(), line.number(), line.path());
        }

        static List<Resting> of(WeekOfChanges.Resting resting) {
            return resting.named().stream().map(Resting::of).toList();
        }
    }

    record Change(Named record, int revision, @Nullable Integer revisionBefore, String by, Instant at, String origin, String how, List<Section> sections,
            List<Resting> assessments, boolean furtherAssessments) {}

    record Section(@Nullable String id, String label, List<Fact> facts) {}

    record Fact(String id, String label) {}

    record Place(String label, String path, String kind, String slug) {

        static Place of(EvidenceUse.Place place) {
            return new Place(place.label(), place.path(), place.kind(), place.slug());
        }
    }

    record Evidence(String title, String path, String by, Instant at, List<Place> attachedTo, List<Resting> assessments, boolean furtherAssessments,
            List<@Nullable String> owners) {

        static Evidence of(WeekOfChanges.Evidence item, WeekOfChanges week) {
            return new Evidence(item.title(), item.path(), item.by(), item.at(), item.uses().stream().map(Place::of).toList(), Resting.of(item.rests()),
                    item.rests().more(), week.ownersOf(item).stream().<@Nullable String>map(n -> week.owners().get(n).name()).toList());
        }
    }

    record Bundle(String issuer, LocalDate issued, int records, String by, Instant at, @Nullable String path) {

        static Bundle of(SavedBundles.Saved bundle) {
            return new Bundle(bundle.issuer(), bundle.issued(), bundle.records(), bundle.by(), bundle.at(),
                    bundle.importId() == null ? null : "/imports/" + bundle.importId());
        }
    }

    record LawDay(LocalDate date, String what, String source) {

        static LawDay of(Outlook.LawDay day) {
            return new LawDay(day.date(), day.what(), day.source());
        }
    }

    record PolicySet(int number, String version, Instant at, String by, String path) {

        static PolicySet of(WeekOfChanges.SetInForce set) {
            return new PolicySet(set.number(), set.version(), set.at(), set.by(), "/policies/sets/" + set.number());
        }
    }

    /** Says a message of the page. */
    interface Words {
        String say(String key, List<Object> args);
    }

    /** @param after ISO name of the week after, or null where that has not begun */
    static WeekAnswer of(WeekOfChanges of, @Nullable String after, Words words) {
        CalendarWeek week = of.week();
        return new WeekAnswer(week.code(), week.monday(), week.sunday(), week.before().code(), after, of.isQuiet(), of.records(), of.uses(),
                of.owners().stream().map(owner -> new Owner(owner.name(), owner.uses().stream().map(use -> recheck(use, words)).toList())).toList(),
                of.rechecks().beyond(), of.changes().stream().map(change -> change(change, words)).toList(),
                of.evidence().stream().map(item -> Evidence.of(item, of)).toList(), of.damaged().stream().map(item -> Evidence.of(item, of)).toList(), of.bundles().stream().map(Bundle::of).toList(),
                of.passed().stream().map(LawDay::of).toList(), of.coming().stream().map(LawDay::of).toList(),
                of.sets().stream().map(PolicySet::of).toList(), of.proposed().stream().map(PolicySet::of).toList());
    }

    private static Recheck recheck(WeekOfChanges.Recheck use, Words words) {
        return new Recheck(use.use().slug(), use.use().name(), use.use().path(), use.assessment() == null ? null : Resting.of(use.assessment()), use.approval(),
                use.moved().stream().map(moved -> words.say(moved.messageKey(), moved.args())).toList(),
                use.stale().stream().map(stale -> new Stale(stale.label(), stale.seen(), Named.of(stale.record()))).toList(),
                Stream.concat(use.changed().stream().map(doubt -> Doubt.of(doubt, false)), use.damaged().stream().map(doubt -> Doubt.of(doubt, true))).toList());
    }

    private static Change change(WeekOfChanges.Change change, Words words) {
        return new Change(Named.of(change.record()), change.newest().pin().number(), change.isNew() ? null : change.before(), change.newest().by().name(),
                change.newest().at(), change.newest().origin().name(), words.say(change.newest().origin().key(), List.of()),
                change.sections().stream().map(section -> new Section(section.id(), section.label(), section.facts().stream().map(fact -> new Fact(fact.id(), fact.label())).toList())).toList(),
                Resting.of(change.rests()), change.rests().more());
    }
}
