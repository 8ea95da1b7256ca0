package eu.vitrine.dashboard;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Moved;
import eu.vitrine.assessment.Outlooks;
import eu.vitrine.assessment.PolicySets;
import eu.vitrine.assessment.Proposal;
import eu.vitrine.evidence.ChangedEvidence;
import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.intake.SavedBundles;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.PinnedSubject;
import eu.vitrine.registry.RecentRevisions;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what changed in a week. Everything is asked of the front doors, which show each person what that person may see. */
@Component
class Changes {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String OWNER = "use.owner";
    private static final Moved NEVER = new Moved("changes.never", List.of());
    /** Records named on the page; all are counted. */
    private static final int MOST_RECORDS = 100;
    private static final int MOST_REVISIONS = 1_000;
    private static final int MOST_FACTS = 6;
    private static final int MOST_RESTING = 8;
    private static final int MOST_USES = 500;
    private static final int MOST_EVIDENCE = 50;
    private static final int MOST_BUNDLES = 50;
    private static final int DAYS_AHEAD = 60;

    private final RecentRevisions revisions;
    private final Records records;
    private final ModelRegistry registry;
    private final Assessments assessments;
    private final Outlooks outlooks;
    private final PolicySets sets;
    private final ChangedEvidence evidence;
    private final SavedBundles bundles;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;
    private final CurrentActor current;

    Changes(RecentRevisions revisions, Records records, ModelRegistry registry, Assessments assessments, Outlooks outlooks, PolicySets sets,
            ChangedEvidence evidence, SavedBundles bundles, Vocabulary vocabulary, DatesInWords dates, CurrentActor current) {
        this.revisions = revisions;
        this.records = records;
        this.registry = registry;
        this.assessments = assessments;
        this.outlooks = outlooks;
        this.sets = sets;
        this.evidence = evidence;
        this.bundles = bundles;
        this.vocabulary = vocabulary;
        this.dates = dates;
        this.current = current;
        vocabulary.get(OWNER);
    }

    /** What changed in this week, as far as the person signed in may see it. */
    WeekOfChanges in(CalendarWeek week) {
        LocalDate to = week.sunday();
        Instant start = week.monday().atStartOfDay(BRUSSELS).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
        boolean withSets = current.lead("/policies/sets");
        return new WeekOfChanges(week, owners(), revisions.records(start, end), changes(start, end), outlooks.law(week.monday(), to),
                outlooks.law(to.plusDays(1), to.plusDays(DAYS_AHEAD)), withSets ? inForce(start, end) : List.of(),
                withSets ? putForward(start, end) : List.of(), evidence.changed(start, end, MOST_EVIDENCE).stream().map(this::evidence).toList(),
                evidence.damaged(MOST_EVIDENCE).stream().map(this::evidence).toList(), bundles.between(start, end, MOST_BUNDLES));
    }

    private List<WeekOfChanges.Change> changes(Instant start, Instant end) {
        Map<RecordName, List<RecentRevisions.Recent>> byRecord = new LinkedHashMap<>();
        revisions.saved(start, end, MOST_REVISIONS).forEach(one -> byRecord.computeIfAbsent(one.record(), name -> new ArrayList<>()).add(one));
        return byRecord.entrySet().stream().limit(MOST_RECORDS).map(entry -> change(entry.getKey(), entry.getValue())).toList();
    }

    private WeekOfChanges.Change change(RecordName record, List<RecentRevisions.Recent> newestFirst) {
        int before = newestFirst.getLast().revision().pin().number() - 1;
        List<String> labels = before == 0 ? List.of() : labels(record, before, newestFirst.getFirst().revision().pin().number());
        return new WeekOfChanges.Change(record, newestFirst.getFirst().revision(), before, labels.stream().limit(MOST_FACTS).toList(),
                Math.max(0, labels.size() - MOST_FACTS), assessments.restingOn(record.kind(), record.slug(), MOST_RESTING));
    }

    private List<String> labels(RecordName record, int before, int after) {
        RecordDiff diff = RecordDiff.between(record.kind(), records.revision(record.kind(), record.slug(), before).file(),
                records.revision(record.kind(), record.slug(), after).file());
        List<String> labels = new ArrayList<>();
        diff.attributes().forEach(attribute -> labels.add(attribute.name()));
        diff.facts().forEach(changed -> labels.add(vocabulary.find(changed.id()).map(FactDeclaration::label).orElse(changed.id())));
        return labels;
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

    private WeekOfChanges.Evidence evidence(ChangedEvidence.Doubt doubt) {
        List<AssessmentLine> rests = doubt.uses().stream()
                .flatMap(use -> assessments.restingOn(Kind.of(use.kind()).orElseThrow(), use.slug(), MOST_RESTING).stream()).distinct().limit(MOST_RESTING).toList();
        return new WeekOfChanges.Evidence(doubt.item().title(), doubt.item().path(), doubt.item().capturedAt(), doubt.item().by(), doubt.uses(), rests);
    }

    /** Uses whose newest assessment is out of date, that have none, or that rest on facts to be looked up again. */
    private List<WeekOfChanges.Owner> owners() {
        List<RecordName> uses = registry.all(Kind.USE).stream().limit(MOST_USES).toList();
        Map<String, AssessmentLine> latest = assessments.latestOf(Kind.USE, uses.stream().map(RecordName::slug).toList()).stream()
                .collect(Collectors.toMap(AssessmentLine::slug, Function.identity()));
        Map<String, List<WeekOfChanges.Recheck>> byOwner = new TreeMap<>(Comparator.comparing((String name) -> name.isEmpty()).thenComparing(String.CASE_INSENSITIVE_ORDER));
        for (RecordName use : uses) {
            PinnedSubject pinned = registry.pin(Kind.USE, use.slug());
            AssessmentLine line = latest.get(use.slug());
            List<Moved> moved = line == null ? List.of(NEVER) : assessments.movedSince(line);
            List<WeekOfChanges.Stale> stale = stale(pinned);
            if (!moved.isEmpty() || !stale.isEmpty()) {
                byOwner.computeIfAbsent(owner(pinned.subject().facts()), name -> new ArrayList<>())
                        .add(new WeekOfChanges.Recheck(use, line, moved, stale));
            }
        }
        return byOwner.entrySet().stream().map(entry -> new WeekOfChanges.Owner(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue())).toList();
    }

    private static String owner(Facts use) {
        return use.get(OWNER).claim().value() instanceof FactValue.Text(String name) ? name.strip() : "";
    }

    /** Facts of the records that a use rests on whose source was last seen longer ago than the vocabulary allows. */
    private List<WeekOfChanges.Stale> stale(PinnedSubject pinned) {
        LocalDate today = dates.today();
        List<WeekOfChanges.Stale> stale = new ArrayList<>();
        pinned.files().forEach(file -> file.stated().forEach(kind -> {
            for (Fact fact : file.factsOf(kind).all()) {
                FactDeclaration declared = vocabulary.find(fact.id()).orElse(null);
                Day looked = fact.claim().lookedOn();
                if (declared != null && looked != null && declared.isStale(fact.claim(), today)) {
                    stale.add(new WeekOfChanges.Stale(declared.label(), looked.latest(), of(kind, file)));
                }
            }
        }));
        stale.sort(Comparator.comparing(WeekOfChanges.Stale::seen));
        return stale;
    }

    /** The record whose fact it is: of what a model file brings along, the provider, licence or service. */
    private static RecordName of(Kind kind, RecordFile file) {
        return switch (kind) {
            case PROVIDER -> file.provider() == null ? new RecordName(kind, file.slug(), file.name()) : new RecordName(kind, file.provider().slug(), file.provider().slug());
            case LICENCE -> new RecordName(kind, file.licences().getFirst().slug(), file.licences().getFirst().slug());
            case SERVICE -> new RecordName(kind, file.services().getFirst().slug(), file.services().getFirst().slug());
            default -> new RecordName(kind, file.slug(), file.name());
        };
    }
}
