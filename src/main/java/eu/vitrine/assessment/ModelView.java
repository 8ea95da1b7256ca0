package eu.vitrine.assessment;

import eu.vitrine.dossier.Figure;
import eu.vitrine.dossier.Figures;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.AuthorReading;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.OpenPoints;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.OutlookDate;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseLimits;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a model shows, from a stored assessment or from a preview.
 *
 * @param observations what others measured, with its review where the assessment kept it
 */
public record ModelView(PolicySet set, RecordFile record, Subject subject, Evaluation evaluation, List<Observation> observations) {

    private static final int FIRST = 3;
    private static final String IDENTIFIERS = "model.identifiers.";
    private static final String LICENCE = "licence.id";
    private static final String LEGAL_NAME = "provider.legal_name";
    private static final String BRAND = "provider.brand";
    private static final String COUNTRY = "provider.country";
    /** Name of the classification that says what a service has inside. */
    static final String EMBEDDED = "embeddedModels";
    private static final String COVERAGE = "model.censorship.coverage";

    static ModelView of(Assessment assessment) {
        List<Observation> kept = assessment.observations();
        return new ModelView(assessment.set(), assessment.record(), assessment.subject(), assessment.evaluation(),
                kept == null ? Observation.unreviewed(assessment.record().findings()) : kept);
    }

    static ModelView of(Preview preview) {
        return new ModelView(preview.set(), preview.record(), preview.subject(), preview.evaluation(),
                Observation.unreviewed(preview.record().findings()));
    }

    /**
     * How many duties have an outcome.
     *
     * @param key message key of the words for so many
     */
    public record Count(Outcome outcome, int n, String key) {}

    private static final List<Outcome> IN_ORDER = List.of(Outcome.MET, Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NO_EVIDENCE,
            Outcome.NOT_YET_DUE, Outcome.CANNOT_DETERMINE, Outcome.EXEMPT, Outcome.NOT_APPLICABLE);

    /** How many duties of the maker that count have which outcome, in the order a person cares; outcomes that none has are left out. */
    public List<Count> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        counted().forEach(finding -> counts.merge(finding.outcome(), 1, Integer::sum));
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

    private Stream<Finding> findings(Family family) {
        return evaluation.findings().stream().filter(finding -> finding.family() == family);
    }

    private Stream<Finding> counted() {
        return findings(Family.DUTY).filter(finding -> set.counts(finding.policy()));
    }

    /** How many duties count in the score. */
    public int dutyCount() {
        return (int) counted().count();
    }

    /** Duties that count and bind or may bind. */
    public List<FindingRow> duties() {
        return counted().map(FindingRow::of).filter(FindingRow::isInPlay).toList();
    }

    /** Duties that count and do not apply or are lifted. */
    public List<FindingRow> elsewhere() {
        return counted().map(FindingRow::of).filter(row -> !row.isInPlay()).toList();
    }

    /** Duties that bind or may bind and weigh nothing in the score. */
    public List<FindingRow> weightless() {
        return findings(Family.DUTY).filter(finding -> !set.counts(finding.policy())).map(FindingRow::of).filter(FindingRow::isInPlay).toList();
    }

    /** Duties that weigh nothing in the score and do not apply or are lifted. */
    public List<FindingRow> weightlessElsewhere() {
        return findings(Family.DUTY).filter(finding -> !set.counts(finding.policy())).map(FindingRow::of).filter(row -> !row.isInPlay()).toList();
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

    /**
     * The next day to come on which something changes for duties that count.
     *
     * @param due how many of them fall due
     * @param enforceable how many become enforceable
     * @param open whether it is open for any that falls due that it does
     */
    public record Next(LocalDate date, int due, int enforceable, boolean open) {}

    /** The next such day; null where there is none. */
    public @Nullable Next next() {
        Set<String> counted = counted().map(finding -> finding.policy().id()).collect(Collectors.toSet());
        for (OutlookDate day : evaluation.outlook()) {
            List<String> due = day.becomesDue().stream().filter(counted::contains).toList();
            int enforceable = (int) day.becomesEnforceable().stream().filter(counted::contains).count();
            if (!due.isEmpty() || enforceable > 0) {
                return new Next(day.date(), due.size(), enforceable, isOpen(evaluation, due));
            }
        }
        return null;
    }

    /** Whether it is open for any duty that falls due next that it does: it may not apply, or its day rests on an assumption. */
    static boolean isNextOpen(Evaluation evaluation) {
        return evaluation.outlook().stream().findFirst().filter(next -> isOpen(evaluation, next.becomesDue())).isPresent();
    }

    private static boolean isOpen(Evaluation evaluation, List<String> duties) {
        return duties.stream().flatMap(policy -> evaluation.finding(policy).stream())
                .anyMatch(finding -> finding.answers().applicability() != Answers.Applicability.APPLIES || !finding.assumptions().isEmpty());
    }

    /** The classifications in reading order, without what a service has inside: here the model is given, and its services are offers of it. */
    public Map<String, Classification> classifications() {
        Map<String, Classification> shown = new LinkedHashMap<>(evaluation.classifications());
        shown.remove(EMBEDDED);
        return shown;
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

    /** Our own rules that the record of the model answers by itself, what needs most first. */
    public List<RuleRow> rules() {
        return rules(EnumSet.of(HouseRule.Answer.FAIL, HouseRule.Answer.PASS));
    }

    /** Our own rules that are open here: for most of them the use or more of the record is needed. */
    public List<RuleRow> rulesOpen() {
        return rules(EnumSet.of(HouseRule.Answer.OPEN));
    }

    private List<RuleRow> rules(Set<HouseRule.Answer> answers) {
        return evaluation.houseRules().values().stream().filter(rule -> answers.contains(rule.answer()))
                .map(rule -> new RuleRow(rule, List.of())).sorted(Comparator.comparingInt(RuleRow::urgency)).toList();
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
        List<PublishedLine> all = observations.stream().filter(one -> one.said().family() == family && one.stands()).map(PublishedLine::new).toList();
        return new Published(all.stream().filter(PublishedLine::isExact).toList(), all.stream().filter(line -> !line.isExact()).toList());
    }

    public @Nullable Figure compute() {
        return Figures.compute(subject, evaluation, set).orElse(null);
    }

    public @Nullable Figure timeline() {
        return Figures.timeline(evaluation, set).orElse(null);
    }
}
