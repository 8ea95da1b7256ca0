package eu.vitrine.dossier;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a dossier says.
 *
 * @param subject the facts that were read
 * @param evaluation what the policy set says about them
 * @param vocabulary declares the facts
 * @param policySet the set that was applied
 * @param observed what others measured; shown, and read by no rule
 * @param indices what indices say; shown, and read by no rule
 * @param opinions the author's readings; shown beside the answers
 * @param gaps what the record says it lacks
 * @param record canonical JSON of the record, carried inside the PDF
 * @param beside the further records that were read, in the order in which they were; the one that the pre-training run began
 *     with is among them where the subject has one
 * @param issue what this issue rests on
 */
public record DossierContent(
        Subject subject,
        Evaluation evaluation,
        Vocabulary vocabulary,
        PolicySet policySet,
        Observed observed,
        List<IndexEntry> indices,
        List<Opinion> opinions,
        List<String> gaps,
        byte[] record,
        List<Beside> beside,
        Issue issue) {

    /**
     * What others measured or observed.
     *
     * @param all in the order in which they were recorded
     * @param kept the same with the review of each as canonical JSON, carried inside the PDF; null where no review is known
     */
    public record Observed(List<Observation> all, byte @Nullable [] kept) {

        public Observed {
            all = List.copyOf(all);
            kept = kept == null ? null : kept.clone();
        }

        /** What a record states; a record has no review. */
        public static Observed stated(List<PublishedFinding> findings) {
            return new Observed(Observation.unreviewed(findings), null);
        }

        @Override
        public byte @Nullable [] kept() {
            return kept == null ? null : kept.clone();
        }

        /** What still says something about the model, of one family. */
        List<Observation> standing(PublishedFinding.Family family) {
            return all.stream().filter(one -> one.said().family() == family && one.stands()).toList();
        }

        /** What was withdrawn or superseded, of one family. */
        List<Observation> closed(PublishedFinding.Family family) {
            return all.stream().filter(one -> one.said().family() == family && !one.stands()).toList();
        }
    }

    /** Refuses an evaluation of something else or by another policy set, because the document would then prove nothing. */
    public DossierContent {
        if (!evaluation.slug().equals(subject.slug())) {
            throw new IllegalArgumentException("the evaluation is of " + evaluation.slug() + ", the facts are of " + subject.slug());
        }
        if (!evaluation.policySet().equals(policySet.identity())) {
            throw new IllegalArgumentException("the evaluation was made by another policy set than the one given");
        }
        if (subject.lifecycle() != null && !isAmong(beside, subject)) {
            throw new IllegalArgumentException("the record that the pre-training run began with is carried where it was read");
        }
        indices = List.copyOf(indices);
        opinions = List.copyOf(opinions);
        gaps = List.copyOf(gaps);
        record = record.clone();
        beside = List.copyOf(beside);
    }

    @Override
    public byte[] record() {
        return record.clone();
    }

    private static boolean isAmong(List<Beside> beside, Subject subject) {
        return subject.facts().get(Names.LIFECYCLE_OF).claim().value() instanceof FactValue.Text(String root)
                && beside.stream().anyMatch(one -> one.slug().equals(root));
    }

    /** The name of a record of this kind that was read, or its slug where it was not. */
    String nameOf(Kind kind, String slug) {
        if (subject.slug().equals(slug) && subject.stated().contains(kind)) {
            return evaluation.name();
        }
        return beside.stream().filter(one -> one.slug().equals(slug) && one.stated().contains(kind)).map(Beside::name).findFirst().orElse(slug);
    }
}
