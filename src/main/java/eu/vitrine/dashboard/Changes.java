package eu.vitrine.dashboard;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Outlooks;
import eu.vitrine.assessment.PolicySets;
import eu.vitrine.assessment.Proposal;
import eu.vitrine.evidence.ChangedEvidence;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.intake.SavedBundles;
import eu.vitrine.registry.RecentRevisions;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what changed in a week. Everything is asked of the front doors, which show each person what that person may see. */
@Component
class Changes {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    /** Records named on the page; all are counted. */
    private static final int MOST_RECORDS = 100;
    private static final int MOST_REVISIONS = 1_000;
    private static final int MOST_RESTING = 8;
    private static final int MOST_EVIDENCE = 50;
    private static final int MOST_BUNDLES = 50;
    private static final int DAYS_AHEAD = 60;

    private final RecentRevisions revisions;
    private final Records records;
    private final SectionsOfChange sections;
    private final Rechecks rechecks;
    private final Assessments assessments;
    private final Outlooks outlooks;
    private final PolicySets sets;
    private final ChangedEvidence evidence;
    private final SavedBundles bundles;
    private final CurrentActor current;

    Changes(RecentRevisions revisions, Records records, SectionsOfChange sections, Rechecks rechecks, Assessments assessments, Outlooks outlooks, PolicySets sets,
            ChangedEvidence evidence, SavedBundles bundles, CurrentActor current) {
        this.revisions = revisions;
        this.records = records;
        this.sections = sections;
        this.rechecks = rechecks;
        this.assessments = assessments;
        this.outlooks = outlooks;
        this.sets = sets;
        this.evidence = evidence;
        this.bundles = bundles;
        this.current = current;
    }

    /** What changed in this week, as far as the person signed in may see it. */
    WeekOfChanges in(CalendarWeek week) {
        LocalDate to = week.sunday();
        Instant start = week.monday().atStartOfDay(BRUSSELS).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
        boolean withSets = current.lead("/policies/sets");
        List<WeekOfChanges.Evidence> changed = evidence(evidence.changed(start, end, MOST_EVIDENCE));
        List<WeekOfChanges.Evidence> damaged = evidence(evidence.damaged(MOST_EVIDENCE));
        return new WeekOfChanges(week, rechecks.byOwner(changed, damaged), revisions.records(start, end), changes(start, end), outlooks.law(week.monday(), to),
                outlooks.law(to.plusDays(1), to.plusDays(DAYS_AHEAD)), withSets ? inForce(start, end) : List.of(),
                withSets ? putForward(start, end) : List.of(), changed, damaged, bundles.between(start, end, MOST_BUNDLES));
    }

    private List<WeekOfChanges.Change> changes(Instant start, Instant end) {
        Map<RecordName, List<RecentRevisions.Recent>> byRecord = new LinkedHashMap<>();
        revisions.saved(start, end, MOST_REVISIONS).forEach(one -> byRecord.computeIfAbsent(one.record(), name -> new ArrayList<>()).add(one));
        return byRecord.entrySet().stream().limit(MOST_RECORDS).map(entry -> change(entry.getKey(), entry.getValue())).toList();
    }

    private WeekOfChanges.Change change(RecordName record, List<RecentRevisions.Recent> newestFirst) {
        int before = newestFirst.getLast().revision().pin().number() - 1;
        int after = newestFirst.getFirst().revision().pin().number();
        return new WeekOfChanges.Change(record, newestFirst.getFirst().revision(), before,
                before == 0 ? List.of() : sections.between(record.kind(), file(record, before), file(record, after)), resting(List.of(record)));
    }

    private RecordFile file(RecordName record, int revision) {
        return records.revision(record.kind(), record.slug(), revision).file();
    }

    private WeekOfChanges.Resting resting(List<RecordName> on) {
        List<AssessmentLine> some = on.stream().flatMap(record -> assessments.restingOn(record.kind(), record.slug(), MOST_RESTING + 1).stream())
                .distinct().limit(MOST_RESTING + 1L).toList();
        return new WeekOfChanges.Resting(some.stream().limit(MOST_RESTING).toList(), some.size() > MOST_RESTING);
    }

    private List<WeekOfChanges.SetInForce> inForce(Instant start, Instant end) {
        return sets.all().stream().filter(set -> set.activated() != null && !set.activated().at().isBefore(start) && set.activated().at().isBefore(end))
                .map(set -> new WeekOfChanges.SetInForce(set.number(), set.set().version(), set.activated().at(), set.activated().by().name())).toList();
    }

    /** Sets that a person brought; those of a release are not news to anybody. */
    private List<WeekOfChanges.SetInForce> putForward(Instant start, Instant end) {
        return sets.all().stream().filter(set -> set.origin() == Proposal.Origin.UPLOADED && !set.proposed().at().isBefore(start) && set.proposed().at().isBefore(end))
                .map(set -> new WeekOfChanges.SetInForce(set.number(), set.set().version(), set.proposed().at(), set.proposed().by().name())).toList();
    }

    private List<WeekOfChanges.Evidence> evidence(List<ChangedEvidence.Doubt> doubts) {
        return doubts.stream().map(doubt -> new WeekOfChanges.Evidence(doubt.item().title(), doubt.item().path(), doubt.item().capturedAt(), doubt.item().by(), doubt.uses(),
                resting(doubt.uses().stream().map(use -> new RecordName(Kind.of(use.kind()).orElseThrow(), use.slug(), use.label())).toList()))).toList();
    }
}
