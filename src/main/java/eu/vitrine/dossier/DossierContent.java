package eu.vitrine.dossier;

import eu.vitrine.facts.IndexEntry;
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
 * @param findings what others measured; shown, and read by no rule
 * @param indices what indices say; shown, and read by no rule
 * @param opinions the author's readings; shown beside the answers
 * @param gaps what the record says it lacks
 * @param record canonical JSON of the record, carried inside the PDF
 * @param lifecycle canonical JSON of the record that the pre-training run began with, carried inside as well; null exactly
 *     where the subject has none
 * @param issue what this issue rests on
 */
public record DossierContent(
        Subject subject,
        Evaluation evaluation,
        Vocabulary vocabulary,
        PolicySet policySet,
        List<PublishedFinding> findings,
        List<IndexEntry> indices,
        List<Opinion> opinions,
        List<String> gaps,
        byte[] record,
        byte @Nullable [] lifecycle,
        Issue issue) {

    /** Refuses an evaluation of something else or by another policy set, because the document would then prove nothing. */
    public DossierContent {
        if (!evaluation.slug().equals(subject.slug())) {
            throw new IllegalArgumentException("the evaluation is of " + evaluation.slug() + ", the facts are of " + subject.slug());
        }
        if (!evaluation.policySet().equals(policySet.identity())) {
            throw new IllegalArgumentException("the evaluation was made by another policy set than the one given");
        }
        if ((lifecycle == null) != (subject.lifecycle() == null)) {
            throw new IllegalArgumentException("the record that the pre-training run began with is carried exactly where it was read");
        }
        findings = List.copyOf(findings);
        indices = List.copyOf(indices);
        opinions = List.copyOf(opinions);
        gaps = List.copyOf(gaps);
        record = record.clone();
        lifecycle = lifecycle == null ? null : lifecycle.clone();
    }

    @Override
    public byte[] record() {
        return record.clone();
    }

    @Override
    public byte @Nullable [] lifecycle() {
        return lifecycle == null ? null : lifecycle.clone();
    }
}
