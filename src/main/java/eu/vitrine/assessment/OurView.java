package eu.vitrine.assessment;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.UseRight;
import eu.vitrine.registry.RecordName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a use or of the organisation shows, from a stored assessment or from a preview. What we owe, what licence and
 * terms grant and what our own rules ask stand apart, and are never counted together.
 *
 * @param files the records that were read, the own one first
 */
public record OurView(PolicySet set, List<RecordFile> files, Subject subject, Evaluation evaluation) {

    private static final String MODELS_OF_SERVICE = "service.models";
    private static final String MODEL_OF_USE = "use.model";
    private static final String SERVICE_OF_USE = "use.service";

    static OurView of(Assessment assessment) {
        List<RecordFile> files = new ArrayList<>(List.of(assessment.record()));
        files.addAll(assessment.beside());
        return new OurView(assessment.set(), files, assessment.subject(), assessment.evaluation());
    }

    static OurView of(Preview preview) {
        return new OurView(preview.set(), preview.files(), preview.subject(), preview.evaluation());
    }

    /** Whether this is about a use, and not about the organisation alone. */
    public boolean isUse() {
        return subject.stated().contains(Kind.USE);
    }

    /** Whether licence and terms let us use it so; null where nothing was asked. */
    public UseRight.@Nullable Answer right() {
        return evaluation.useRight();
    }

    /** The use rights that the use touches: what blocks first. */
    public List<RightRow> rights() {
        return rightRows().filter(RightRow::isTouched).sorted(Comparator.comparingInt(RightRow::urgency)).toList();
    }

    /** The use rights that the use does not touch. */
    public List<RightRow> untouched() {
        return rightRows().filter(row -> !row.isTouched()).toList();
    }

    private Stream<RightRow> rightRows() {
        return evaluation.useRights().stream().map(right -> new RightRow(right, declared(right.settledBy())));
    }

    /** The rights behind the overall answer, where that is not a plain yes. */
    public List<RightRow> decidingRights() {
        return right() == UseRight.Answer.GRANTED ? List.of() : rights().stream().filter(row -> row.right().answer() == right()).toList();
    }

    /** How many conditions the grants carry into an approval. */
    public int carried() {
        return evaluation.useRights().stream().mapToInt(right -> right.carries().size()).sum();
    }

    /** Duties of ours that bind or may bind, the most urgent first. */
    public List<FindingRow> duties() {
        return ours().map(FindingRow::of).filter(FindingRow::isInPlay).sorted(Comparator.comparingInt(FindingRow::urgency)).toList();
    }

    /** Duties of ours that do not apply. */
    public List<FindingRow> elsewhere() {
        return ours().map(FindingRow::of).filter(row -> !row.isInPlay()).toList();
    }

    private Stream<Finding> ours() {
        return evaluation.findings().stream().filter(finding -> finding.family() == Family.OUR_DUTY);
    }

    public int dutyCount() {
        return (int) ours().count();
    }

    /** How many of our duties have which outcome, in the order a person cares. */
    public List<ModelView.Count> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        ours().forEach(finding -> counts.merge(finding.outcome(), 1, Integer::sum));
        return ModelView.counts(counts);
    }

    /** Whether it is open for any duty that falls due next that it does. */
    public boolean isNextOpen() {
        return ModelView.isNextOpen(evaluation);
    }

    /**
     * What a day to come brings.
     *
     * @param due titles of the duties that fall due
     * @param enforceable titles of the duties that can be enforced from then on and fell due before
     */
    public record Coming(LocalDate day, List<String> due, List<String> enforceable) {}

    /** The days to come, if the facts stay as they are. */
    public List<Coming> coming() {
        return evaluation.outlook().stream().map(one -> new Coming(one.date(), titles(one.becomesDue()),
                titles(one.becomesEnforceable().stream().filter(id -> !one.becomesDue().contains(id)).toList()))).toList();
    }

    private List<String> titles(List<String> policies) {
        return policies.stream().map(id -> set.policy(id).map(Policy::title).orElse(id)).toList();
    }

    /** Our own rules that say something here, what needs most first. */
    public List<RuleRow> rules() {
        return ruleRows().filter(RuleRow::isInPlay).sorted(Comparator.comparingInt(RuleRow::urgency)).toList();
    }

    /** Our own rules that are switched off or do not bear on this. */
    public List<RuleRow> rulesAside() {
        return ruleRows().filter(row -> !row.isInPlay()).toList();
    }

    private Stream<RuleRow> ruleRows() {
        return evaluation.houseRules().values().stream().map(rule -> new RuleRow(rule, declared(rule.settledBy())));
    }

    private List<FactDeclaration> declared(Collection<String> facts) {
        return facts.stream().map(set.vocabulary()::get).toList();
    }

    /** What is to be found out, with how many duties, rights and own rules it bears on, each counted for itself. */
    public List<OurOpenLine> open() {
        return OurOpenLine.of(set, evaluation);
    }

    /** What the service has inside; null where the use names no service. */
    public @Nullable Classification embedded() {
        return classifications().get(ModelView.EMBEDDED);
    }

    /** The classifications in reading order, without what a service has inside where there is no service. */
    public Map<String, Classification> classifications() {
        Map<String, Classification> shown = new LinkedHashMap<>(evaluation.classifications());
        if (isUse() && slug(SERVICE_OF_USE) == null && !subject.stated().contains(Kind.SERVICE)) {
            shown.remove(ModelView.EMBEDDED);
        }
        return shown;
    }

    /**
     * A record that the use names.
     *
     * @param name its name; null where the registry has no such record
     */
    public record Reference(Kind kind, String slug, @Nullable String name) {

        public String path() {
            return RecordName.pathOf(kind, slug);
        }
    }

    /** The model and the service that the use names. */
    public List<Reference> references() {
        return Stream.of(reference(Kind.MODEL, MODEL_OF_USE), reference(Kind.SERVICE, SERVICE_OF_USE)).flatMap(Optional::stream).toList();
    }

    private Optional<Reference> reference(Kind kind, String fact) {
        return Optional.ofNullable(slug(fact)).map(slug -> new Reference(kind, slug, files.stream().skip(1)
                .filter(file -> file.slug().equals(slug) && file.stated().contains(kind)).findFirst().map(RecordFile::name).orElse(null)));
    }

    private @Nullable String slug(String fact) {
        return subject.facts().get(fact).claim().value() instanceof FactValue.Text(String slug) ? slug : null;
    }

    /** The models whose records were read. */
    public List<RecordFile> models() {
        return files.stream().skip(1).filter(file -> file.stated().contains(Kind.MODEL)).toList();
    }

    /** Slugs of models that the service names and of which the registry has no record. */
    public List<String> modelsWithoutRecord() {
        List<String> known = models().stream().map(RecordFile::slug).toList();
        return subject.facts().get(MODELS_OF_SERVICE).claim().value() instanceof FactValue.Items items
                ? items.values().stream().filter(slug -> !known.contains(slug)).toList() : List.of();
    }

    /** A fact of the subject in words. */
    public FactLine fact(String id) {
        return FactLine.of(set.vocabulary(), subject.facts(), id);
    }
}
