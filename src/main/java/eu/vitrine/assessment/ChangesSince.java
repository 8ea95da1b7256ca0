package eu.vitrine.assessment;

import eu.vitrine.evidence.Evidence;
import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.web.DatesInWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what an assessment rests on with what there is now; computed on reading, never stored. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class ChangesSince {

    /** What a model is and what it refers to, with the kind of record that is another then: another answer may follow from any of these. */
    private static final Map<String, String> REFERENCES = Map.of("version", Kind.MODEL.code(), "provider", Kind.PROVIDER.code(),
            "licences", Kind.LICENCE.code(), "services", Kind.SERVICE.code());

    private final Assessments assessments;
    private final Policies policies;
    private final ModelRegistry registry;
    private final Records records;
    private final Evidence evidence;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;

    ChangesSince(Assessments assessments, Policies policies, ModelRegistry registry, Records records, Evidence evidence, Vocabulary vocabulary,
            DatesInWords dates) {
        this.assessments = assessments;
        this.policies = policies;
        this.registry = registry;
        this.records = records;
        this.evidence = evidence;
        this.vocabulary = vocabulary;
        this.dates = dates;
    }

    /**
     * What has changed since an assessment was made.
     *
     * @param relied when somebody last looked at the evidence: what its sources say later counts as a change
     * @throws NoSuchAssessment if the record has none of that number
     * @throws NotAsStored if it cannot be shown as what it is
     */
    public Since of(Kind kind, String slug, int number, Instant relied) {
        Assessment assessment = assessments.byNumber(kind, slug, number);
        Set<String> read = read(assessment.evaluation());
        Since records = records(assessment, read, any -> true);
        var material = new ArrayList<>(records.material());
        material.addAll(otherAnswers(assessment));
        material.addAll(doubted(assessment, read, relied));
        return new Since(material, records.other());
    }

    /**
     * What may have changed the answer of one policy since an assessment was made: a fact that it read or the evidence for it, a record
     * that it could have read, or the rules, for the same facts on the day that it is now.
     *
     * @param but ids of facts that are left out
     * @param relied when somebody last looked at the evidence
     * @throws NoSuchAssessment if the record has none of that number
     * @throws NotAsStored if it cannot be shown as what it is
     */
    public List<Moved> ofAnswer(Kind kind, String slug, int number, String policy, Set<String> but, Instant relied) {
        Assessment assessment = assessments.byNumber(kind, slug, number);
        Set<String> read = new LinkedHashSet<>(AnswerOfRule.of(assessment, policy).map(AnswerOfRule::facts).orElse(Set.of()));
        read.removeAll(but);
        var moved = new ArrayList<>(records(assessment, read, of -> read.stream().anyMatch(fact -> fact.startsWith(of + "."))).material());
        moved.addAll(otherToday(assessment, policy));
        moved.addAll(doubted(assessment, read, relied));
        return List.copyOf(moved);
    }

    /** @param bears whether what a record of this kind says, by the code of the kind, can matter */
    private Since records(Assessment assessment, Set<String> read, Predicate<String> bears) {
        var material = new ArrayList<Moved>();
        var other = new ArrayList<Moved>();
        for (ModelRegistry.Moved moved : registry.moved(assessment.pins())) {
            if (moved.pinned().isNone()) {
                (bears.test(moved.pinned().kind().code()) ? material : other).add(Moved.of("found." + moved.pinned().kind().code(), moved.pinned().slug()));
            } else {
                compare(moved.pinned(), moved.now(), read, bears, material, other);
            }
        }
        return new Since(material, other);
    }

    private void compare(RevisionPin pinned, RevisionPin now, Set<String> read, Predicate<String> bears, List<Moved> material, List<Moved> other) {
        Kind kind = pinned.kind();
        RecordFile before = records.revision(kind, pinned.slug(), pinned.number()).file();
        RecordFile after = records.revision(kind, now.slug(), now.number()).file();
        RecordDiff diff = RecordDiff.between(kind, before, after);
        for (RecordDiff.Attribute attribute : diff.attributes()) {
            String refersTo = REFERENCES.get(attribute.name());
            (refersTo != null && bears.test(refersTo) ? material : other).add(Moved.of("since.attribute", attribute.name(), after.name()));
        }
        for (RecordDiff.Changed changed : diff.facts()) {
            boolean matters = read.contains(changed.id()) && saysOtherwise(changed.before(), changed.after());
            (matters ? material : other).add(Moved.of("since.fact", label(changed.id()), after.name()));
        }
    }

    /** Another state or value, or other evidence; a note or a source alone is none. */
    private static boolean saysOtherwise(Fact before, Fact after) {
        return before.state() != after.state() || !Objects.equals(before.claim().value(), after.claim().value())
                || !evidence(before).toList().equals(evidence(after).toList());
    }

    private static Stream<String> evidence(Fact fact) {
        Stream<String> rows = fact.claim().value() instanceof FactValue.Rows table ? table.rows().stream().flatMap(row -> row.evidence().stream()) : Stream.empty();
        return Stream.concat(fact.claim().evidence().stream(), rows);
    }

    private String label(String fact) {
        return vocabulary.find(fact).map(FactDeclaration::label).orElse(fact);
    }

    /** The answers that the set in force gives otherwise, for the same facts and the same day of the law. */
    private List<Moved> otherAnswers(Assessment assessment) {
        PolicySet current = policies.current();
        if (current.identity().rulesDigest().equals(assessment.set().identity().rulesDigest())) {
            return List.of();
        }
        Evaluation now = current.evaluate(assessment.subject(), assessment.line().asOf());
        return Deviation.between(StoredEvaluation.of(assessment.evaluation()), StoredEvaluation.of(now)).stream()
                .map(one -> Moved.of("since.rules", title(current, one), current.identity().version())).toList();
    }

    /** The same for one policy, on the day that it is now. */
    private List<Moved> otherToday(Assessment assessment, String policy) {
        PolicySet current = policies.current();
        boolean sameRules = current.identity().rulesDigest().equals(assessment.set().identity().rulesDigest());
        if (sameRules && dates.today().equals(assessment.line().asOf())) {
            return List.of();
        }
        Evaluation now = current.evaluate(assessment.subject(), dates.today());
        return Deviation.between(StoredEvaluation.of(assessment.evaluation()), StoredEvaluation.of(now)).stream().filter(one -> one.policy().equals(policy))
                .map(one -> title(current, one)).map(title -> sameRules ? Moved.of("since.day", title) : Moved.of("since.rules", title, current.identity().version()))
                .toList();
    }

    private static String title(PolicySet set, Deviation one) {
        return set.policy(one.policy()).map(Policy::title).orElse(one.policy());
    }

    /** Evidence of facts that a rule read whose source says something else by now, or whose file is damaged. */
    private List<Moved> doubted(Assessment assessment, Set<String> read, Instant relied) {
        var subject = assessment.subject();
        Stream<Facts> parts = Stream.concat(subject.licences().stream(), subject.services().stream()).map(Subject.Part::facts);
        return Stream.concat(Stream.of(subject.facts()), parts).flatMap(facts -> facts.all().stream()).filter(fact -> read.contains(fact.id()))
                .flatMap(fact -> evidence(fact).flatMap(sha256 -> evidence.doubt(sha256, relied).stream())
                        .map(doubt -> Moved.of(doubt == Evidence.Doubt.DAMAGED ? "since.damaged" : "since.evidence", label(fact.id()))))
                .distinct().toList();
    }

    private static Set<String> read(Evaluation evaluation) {
        Set<String> read = new LinkedHashSet<>();
        evaluation.findingsWithPoints().forEach(finding -> {
            read.addAll(finding.facts());
            finding.conditions().forEach(one -> read.addAll(one.facts()));
        });
        evaluation.useRights().forEach(right -> read.addAll(right.facts()));
        evaluation.houseRules().values().forEach(rule -> read.addAll(rule.facts()));
        evaluation.classifications().values().stream().flatMap(ChangesSince::withConditions).forEach(one -> read.addAll(one.facts()));
        return read;
    }

    private static Stream<Classification> withConditions(Classification one) {
        return Stream.concat(Stream.of(one), one.conditions().stream());
    }
}
