package eu.vitrine.assessment;

import eu.vitrine.dossier.Figure;
import eu.vitrine.dossier.Figures;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.AuthorReading;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseLimits;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the page of a model shows, from a stored assessment or from a preview. */
public record ModelView(PolicySet set, RecordFile record, Subject subject, Evaluation evaluation) {

    private static final int FIRST = 3;
    private static final String IDENTIFIERS = "model.identifiers.";
    private static final String LICENCE = "licence.id";
    private static final String LEGAL_NAME = "provider.legal_name";
    private static final String BRAND = "provider.brand";
    private static final String COUNTRY = "provider.country";
    private static final String COVERAGE = "model.censorship.coverage";

    static ModelView of(Assessment assessment) {
        return new ModelView(assessment.set(), assessment.record(), assessment.subject(), assessment.evaluation());
    }

    static ModelView of(Preview preview) {
        return new ModelView(preview.set(), preview.record(), preview.subject(), preview.evaluation());
    }

    /**
     * How many duties have an outcome.
     *
     * @param key message key of the words for so many
     */
    public record Count(Outcome outcome, int n, String key) {}

    private static final List<Outcome> IN_ORDER = List.of(Outcome.MET, Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NO_EVIDENCE,
            Outcome.NOT_YET_DUE, Outcome.CANNOT_DETERMINE, Outcome.EXEMPT, Outcome.NOT_APPLICABLE);

    /** How many duties of the maker have which outcome, in the order a person cares; outcomes that none has are left out. */
    public List<Count> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        findings(Family.DUTY).forEach(finding -> counts.merge(finding.outcome(), 1, Integer::sum));
        return counts(counts);
    }

    /** The same over counts already made; that none is met is said. */
    public static List<Count> counts(Map<Outcome, Integer> counts) {
        return IN_ORDER.stream().map(outcome -> count(outcome, counts.getOrDefault(outcome, 0)))
                .filter(count -> count.n() > 0 || count.outcome() == Outcome.MET).toList();
    }

    private static Count count(Outcome outcome, int n) {
        return new Count(outcome, n, "assessment.count." + outcome + (n == 0 ? ".none" : n == 1 ? ".one" : ".many"));
    }

    private java.util.stream.Stream<Finding> findings(Family family) {
        return evaluation.findings().stream().filter(finding -> finding.family() == family);
    }

    public int dutyCount() {
        return (int) findings(Family.DUTY).count();
    }

    /** Duties that bind or may bind. */
    public List<FindingRow> duties() {
        return findings(Family.DUTY).map(FindingRow::of).filter(FindingRow::isInPlay).toList();
    }

    /** Duties that do not apply or are lifted. */
    public List<FindingRow> elsewhere() {
        return findings(Family.DUTY).map(FindingRow::of).filter(row -> !row.isInPlay()).toList();
    }

    /** Ways to demonstrate duties; never a gap of their own. */
    public List<FindingRow> routes() {
        return findings(Family.ROUTE).map(FindingRow::of).toList();
    }

    /** What a person should read first, at most three. */
    public List<FindingRow> first() {
        return duties().stream().filter(row -> row.urgency() < 9).sorted(Comparator.comparingInt(FindingRow::urgency)).limit(FIRST).toList();
    }

    /** What would settle the most, in that order. */
    public List<OpenLine> open() {
        return OpenPoints.of(set, evaluation).stream()
                .map(point -> new OpenLine(set.vocabulary().get(point.fact()), point.findings())).toList();
    }

    /** Whether it is open for any duty that falls due next that it does: it may not apply, or its day rests on an assumption. */
    public boolean isNextOpen() {
        return isNextOpen(evaluation);
    }

    static boolean isNextOpen(Evaluation evaluation) {
        return evaluation.outlook().stream().findFirst().stream().flatMap(next -> next.becomesDue().stream())
                .flatMap(policy -> evaluation.finding(policy).stream())
                .anyMatch(finding -> finding.answers().applicability() != Answers.Applicability.APPLIES || !finding.assumptions().isEmpty());
    }

    /** Ids of the assumptions that any answer rests on. */
    public Set<String> assumptions() {
        Set<String> made = new TreeSet<>();
        evaluation.findings().forEach(finding -> made.addAll(finding.assumptions()));
        evaluation.classifications().values().forEach(one -> made.addAll(one.assumptions()));
        return made;
    }

    public List<String> limits() {
        return UseLimits.of(set.vocabulary(), subject);
    }

    public List<AuthorReading> readings() {
        return AuthorReading.of(record.opinions(), evaluation);
    }

    public List<ServiceLine> services() {
        return subject.services().stream().map(service -> ServiceLine.of(set.vocabulary(), service)).toList();
    }

    /** Identifiers that are recorded. */
    public List<FactLine> identifiers() {
        return set.vocabulary().facts().stream().filter(fact -> fact.id().startsWith(IDENTIFIERS))
                .map(fact -> fact(fact.id())).filter(line -> line.fact().claim().value() != null).toList();
    }

    /** The provider's name, or null where the record has none. */
    public @Nullable String providerName() {
        FactLine name = fact(LEGAL_NAME);
        return name.fact().claim().value() != null ? name.words() : record.provider() == null ? null : record.provider().slug();
    }

    /** The name the provider is known by; its full name where no other is recorded, null where neither is. */
    public @Nullable String brand() {
        FactLine brand = fact(BRAND);
        return brand.fact().claim().value() != null ? brand.words() : providerName();
    }

    public FactLine country() {
        return fact(COUNTRY);
    }

    public FactLine licence() {
        return fact(LICENCE);
    }

    /** What is recorded of our own tests for suppression of topics. */
    public FactLine coverage() {
        return fact(COVERAGE);
    }

    private FactLine fact(String id) {
        return FactLine.of(set.vocabulary(), facts(), id);
    }

    private Facts facts() {
        return subject.facts();
    }

    public Published censorship() {
        return published(PublishedFinding.Family.CENSORSHIP);
    }

    public Published security() {
        return published(PublishedFinding.Family.SECURITY);
    }

    /** What others measured: about the exact build, and about other builds, which is shown and never used. */
    public record Published(List<PublishedLine> exact, List<PublishedLine> other) {

        public boolean isEmpty() {
            return exact.isEmpty() && other.isEmpty();
        }
    }

    private Published published(PublishedFinding.Family family) {
        List<PublishedLine> all = record.findings().stream().filter(finding -> finding.family() == family).map(PublishedLine::new).toList();
        return new Published(all.stream().filter(PublishedLine::isExact).toList(), all.stream().filter(line -> !line.isExact()).toList());
    }

    public @Nullable Figure compute() {
        return Figures.compute(subject, evaluation, set).orElse(null);
    }

    public @Nullable Figure timeline() {
        return Figures.timeline(evaluation).orElse(null);
    }
}
