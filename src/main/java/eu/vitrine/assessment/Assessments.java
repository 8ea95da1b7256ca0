package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.FindingsOnRecord;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.PinnedSubject;
import eu.vitrine.registry.VisibleRecords;
import eu.vitrine.web.DatesInWords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessments of models, uses and the organisation: made by officer or approver, read by everybody signed in. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Assessments {

    private final AssessmentArchive archive;
    private final PolicyArchive sets;
    private final Policies policies;
    private final ModelRegistry registry;
    private final FindingsOnRecord findings;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final DatesInWords dates;
    private final Clock clock;
    private final Vocabulary vocabulary;
    private final VisibleRecords visible;

    Assessments(AssessmentArchive archive, PolicyArchive sets, Policies policies, ModelRegistry registry, FindingsOnRecord findings,
            AuditTrail trail, CurrentActor current, DatesInWords dates, Clock clock, Vocabulary vocabulary, VisibleRecords visible) {
        this.archive = archive;
        this.sets = sets;
        this.policies = policies;
        this.registry = registry;
        this.findings = findings;
        this.trail = trail;
        this.current = current;
        this.dates = dates;
        this.clock = clock;
        this.vocabulary = vocabulary;
        this.visible = visible;
    }

    /** Assesses a model; see {@link #assess(Kind, String)}. */
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    @Transactional
    public AssessmentLine assess(String slug) {
        return assess(Kind.MODEL, slug);
    }

    /**
     * Assesses a model, a use or the organisation as the records are now, by the policy set in force and the law of today in
     * Brussels, and keeps that.
     *
     * @throws IllegalArgumentException for a kind that is not assessed by itself
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record
     * @throws org.springframework.dao.DuplicateKeyException if somebody else assessed it in the same moment; nothing was kept
     */
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    @Transactional
    public AssessmentLine assess(Kind kind, String slug) {
        if (kind != Kind.MODEL && kind != Kind.USE && kind != Kind.ORGANISATION) {
            throw new IllegalArgumentException("a " + kind.code() + " is assessed within a model or a use");
        }
        PolicySet set = policies.current();
        PinnedSubject pinned = registry.pin(kind, slug);
        Snapshot snapshot = Snapshot.of(kind, pinned.files(), kind == Kind.MODEL ? findings.of(slug) : null);
        Snapshot.Read read = snapshot.read(set.vocabulary(), vocabulary);
        if (!read.subject().equals(pinned.subject())) {
            throw new IllegalStateException("The records of \"" + slug + "\" are not read back as they are kept.");
        }
        Evaluation evaluation = set.evaluate(read.subject(), dates.today());
        byte[] bytes = StoredEvaluation.json(evaluation);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AssessmentLine line = new AssessmentLine(kind, slug, registry.named(kind, List.of(slug)).get(slug).name(), archive.nextNumber(slug), evaluation.asOf(), at,
                current.actor(), Sha256.of(bytes), OurStanding.counts(kind, evaluation),
                evaluation.outlook().isEmpty() ? null : evaluation.outlook().getFirst().date(), OurStanding.useRights(evaluation));
        archive.insert(line, bytes, snapshot, evaluation, OpenPoints.of(set, evaluation), pinned.pins());
        trail.record(AuditEntry.of(line.by(), kind.code() + ".assessed", new AuditEntry.Subject("assessment", slug, (long) line.number()))
                .with("asOf", line.asOf().toString())
                .with("evaluationSha256", line.sha256())
                .with("snapshotSha256", snapshot.sha256())
                .with("rulesDigest", set.identity().rulesDigest())
                .with("textDigest", set.identity().textDigest())
                .with("revisions", pinned.pins().stream().map(pin -> pin.kind().code() + " " + pin.slug() + " " + pin.number()).toList()));
        return line;
    }

    /** The newest assessment of a model; see {@link #latest(Kind, String)}. */
    public Optional<Assessment> latest(String slug) {
        return latest(Kind.MODEL, slug);
    }

    /**
     * The newest assessment of a record, or empty where it was never assessed.
     *
     * @throws NotAsStored if it cannot be shown as what it is
     */
    public Optional<Assessment> latest(Kind kind, String slug) {
        visible.check(kind, slug);
        return archive.latest(kind, slug).map(this::read);
    }

    /** One assessment of a model; see {@link #byNumber(Kind, String, int)}. */
    public Assessment byNumber(String slug, int number) {
        return byNumber(Kind.MODEL, slug, number);
    }

    /**
     * One assessment, proved against its bytes.
     *
     * @throws NoSuchAssessment if the record has none of that number
     * @throws NotAsStored if it cannot be shown as what it is
     */
    public Assessment byNumber(Kind kind, String slug, int number) {
        return read(line(kind, slug, number));
    }

    /** All of a model, newest first. */
    public List<AssessmentLine> all(String slug) {
        return all(Kind.MODEL, slug);
    }

    /** All of a record, newest first. */
    public List<AssessmentLine> all(Kind kind, String slug) {
        visible.check(kind, slug);
        return archive.all(kind, slug);
    }

    /** Whether a new assessment of a model would say something else, or there is none. */
    public boolean needsOne(String slug) {
        return archive.latest(Kind.MODEL, slug).map(line -> !movedSince(line).isEmpty()).orElse(true);
    }

    /** The newest of each model that was assessed, by name. */
    public List<AssessmentLine> latestOfAll() {
        return archive.latestOfAll();
    }

    /** The newest of each of these models that was assessed, in no order. */
    public List<AssessmentLine> latestOf(Collection<String> slugs) {
        return latestOf(Kind.MODEL, slugs);
    }

    /** The newest of each of these records that was assessed, in no order. */
    public List<AssessmentLine> latestOf(Kind kind, Collection<String> slugs) {
        return archive.latestOf(kind, slugs);
    }

    /** The newest assessments that read a record, by name, at most so many. */
    public List<AssessmentLine> restingOn(Kind kind, String slug, int most) {
        return archive.restingOn(kind, slug, most);
    }

    /** How many duties have which outcome, over the newest assessments; an outcome that none has is missing. */
    public Map<Outcome, Integer> outcomes() {
        return archive.outcomes();
    }

    /** The days to come on which duties fall due by the newest assessments, soonest first, at most so many. */
    public List<DueDay> dueNext(int limit) {
        return archive.dueAfter(dates.today(), limit);
    }

    /** What the newest assessments say about one policy. */
    public List<KeptFinding> latestFindings(String policy) {
        return archive.latestFindings(policy);
    }

    /** The facts that would settle something about most models, at most so many. */
    public List<OpenFact> openFacts(int limit) {
        return archive.openFacts(limit);
    }

    /** An evaluation of a model as it was stored; see {@link #json(Kind, String, int)}. */
    public byte[] json(String slug, int number) {
        return json(Kind.MODEL, slug, number);
    }

    /**
     * The evaluation as it was stored: the JSON that the command line prints for the same record, in UTF-8.
     *
     * @throws NoSuchAssessment if the record has none of that number
     * @throws NotAsStored if the bytes were changed
     */
    public byte[] json(Kind kind, String slug, int number) {
        return intact(line(kind, slug, number)).evaluation();
    }

    /** Why an assessment is out of date; empty where a new one would read the same. */
    public List<Moved> movedSince(AssessmentLine line) {
        return Currency.of(registry.moved(archive.pins(line)), archive.kept(line).set(), policies.current().identity(),
                line.nextDate(), dates.today());
    }

    /** A preview of a model; see {@link #preview(Kind, String, LocalDate)}. */
    public Preview preview(String slug, LocalDate asOf) {
        return preview(Kind.MODEL, slug, asOf);
    }

    /**
     * What the policy set in force says of a record as the records are now, for any day. It is not kept and nobody can cite it.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such record
     * @throws NoDayOfTheLaw if the law cannot be read for that day
     */
    public Preview preview(Kind kind, String slug, LocalDate asOf) {
        PolicySet set = policies.current();
        if (!set.days().hold(asOf)) {
            throw new NoDayOfTheLaw(asOf.toString(), set.days());
        }
        PinnedSubject pinned = registry.pin(kind, slug);
        return new Preview(set, pinned.files(), pinned.subject(), set.evaluate(pinned.subject(), asOf));
    }

    /**
     * What is known of one without reading it.
     *
     * @throws NoSuchAssessment if the record has none of that number
     */
    public AssessmentLine line(Kind kind, String slug, int number) {
        visible.check(kind, slug);
        var line = archive.line(kind, slug, number);
        if (line.isEmpty()) {
            registry.record(kind, slug); // of a record that is not there it is said in the words for one that may not be known of
        }
        return line.orElseThrow(() -> new NoSuchAssessment(kind, slug, number));
    }

    /** A stored assessment of a model; see {@link #asStored(Kind, String, int)}. */
    public StoredAssessment asStored(String slug, int number) {
        return asStored(Kind.MODEL, slug, number);
    }

    /**
     * A stored assessment as its own bytes tell it, with how this release answers the same question. It can be read where
     * {@link #byNumber} refuses, because this release answers otherwise.
     *
     * @throws NoSuchAssessment if the record has none of that number
     * @throws NotAsStored if the bytes were changed or hold no evaluation
     */
    public StoredAssessment asStored(Kind kind, String slug, int number) {
        AssessmentLine line = line(kind, slug, number);
        AssessmentArchive.Kept kept = intact(line);
        return new StoredAssessment(line, kept.set(), StoredEvaluation.of(line, kept.evaluation()), again(line, kept).replay());
    }

    private Assessment read(AssessmentLine line) {
        AssessmentArchive.Kept kept = intact(line);
        Again again = again(line, kept);
        if (!again.replay().isSame() || again.set() == null || again.read() == null || again.evaluation() == null) {
            throw new NotAsStored(line, NotAsStored.Fault.OTHER_RELEASE);
        }
        Snapshot.Read read = again.read();
        return new Assessment(line, archive.pins(line), again.set(), read.record(), read.files().subList(1, read.files().size()),
                read.lifecycle(), read.observations(), read.subject(), again.evaluation(), again.replay());
    }

    /** A stored assessment evaluated once more; only the replay is there where that could not be done. */
    private record Again(Replay replay, @Nullable PolicySet set, Snapshot.@Nullable Read read, @Nullable Evaluation evaluation) {}

    private Again again(AssessmentLine line, AssessmentArchive.Kept kept) {
        StoredEvaluation then = StoredEvaluation.of(line, kept.evaluation());
        try {
            PolicySet set = sets.set(kept.set());
            Snapshot.Read read = kept.snapshot().read(set.vocabulary(), vocabulary);
            Evaluation evaluation = set.evaluate(read.subject(), line.asOf());
            return new Again(Replay.of(kept.evaluation(), then, evaluation), set, read, evaluation);
        } catch (InvalidFile e) {
            return new Again(Replay.notRepeated(e), null, null, null);
        }
    }

    private AssessmentArchive.Kept intact(AssessmentLine line) {
        AssessmentArchive.Kept kept = archive.kept(line);
        if (!Sha256.of(kept.evaluation()).equals(line.sha256()) || !kept.snapshot().sha256().equals(kept.snapshotSha256())) {
            throw new NotAsStored(line, NotAsStored.Fault.ALTERED);
        }
        return kept;
    }
}
