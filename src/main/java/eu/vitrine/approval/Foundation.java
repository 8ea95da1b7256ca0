package eu.vitrine.approval;

import eu.vitrine.assessment.Assessment;
import eu.vitrine.policy.UseRight;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a use would rest on, as assessments stand.
 *
 * @param assessments that of the use first, then those of the models it is known to use; empty where the use was never assessed
 * @param gaps what stands in the way of a clean assessment
 * @param blockers what must be done before anybody can ask or approve; where there is one, nobody can
 */
public record Foundation(List<Assessment> assessments, List<Gap> gaps, List<Blocker> blockers) {

    public Foundation {
        assessments = List.copyOf(assessments);
        gaps = List.copyOf(gaps);
        blockers = List.copyOf(blockers);
    }

    List<BasisLine> basis() {
        return assessments.stream().map(one -> new BasisLine(one.line().kind(), one.slug(), one.number(), one.line().sha256())).toList();
    }

    /** Conditions that licence and terms attach to what they grant. */
    public List<Condition> carried() {
        return assessments.stream().flatMap(one -> one.evaluation().useRights().stream()).map(UseRight::carries).flatMap(List::stream)
                .map(why -> new Condition(Condition.Origin.CARRIED, why.text())).distinct().toList();
    }

    /** The first day to come on which a finding changes by itself, or null where none does. */
    public @Nullable LocalDate nextChange(LocalDate today) {
        return assessments.stream().flatMap(one -> Stream.ofNullable(one.line().nextDate())).filter(day -> day.isAfter(today)).min(LocalDate::compareTo).orElse(null);
    }
}
