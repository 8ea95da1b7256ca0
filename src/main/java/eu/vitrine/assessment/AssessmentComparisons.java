package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays two assessments of one record side by side. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class AssessmentComparisons {

    private final Assessments assessments;
    private final AssessmentArchive archive;
    private final PolicyArchive sets;

    AssessmentComparisons(Assessments assessments, AssessmentArchive archive, PolicyArchive sets) {
        this.assessments = assessments;
        this.archive = archive;
        this.sets = sets;
    }

    /**
     * What the second says otherwise than the first.
     *
     * @throws NoSuchAssessment if the record has none of one of the numbers
     * @throws NotAsStored if the bytes of one of them were changed or hold no evaluation
     */
    public AssessmentComparison of(Kind kind, String slug, int first, int second) {
        StoredAssessment before = assessments.asStored(kind, slug, first);
        StoredAssessment after = assessments.asStored(kind, slug, second);
        List<AssessmentComparison.SetFile> files = before.set().equals(after.set()) ? List.of()
                : SetChange.between(sets.get(before.set()), sets.get(after.set())).stream().map(AssessmentComparisons::file).toList();
        Map<Boolean, List<Deviation>> deviations = Deviation.between(before.evaluation(), after.evaluation()).stream()
                .collect(Collectors.partitioningBy(one -> Effect.isInside(one, sets.set(after.set())) || Effect.isInside(one, sets.set(before.set()))));
        return new AssessmentComparison(before.line(), after.line(), deviations.get(false), deviations.get(true),
                archive.pins(before.line()), archive.pins(after.line()), before.set(), after.set(), files);
    }

    private static AssessmentComparison.SetFile file(SetChange change) {
        Policy policy = change.policy();
        return new AssessmentComparison.SetFile(change.file(), change.how().name(), policy == null ? null : policy.id(),
                policy == null ? null : policy.title());
    }
}
