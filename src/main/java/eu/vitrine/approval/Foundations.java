package eu.vitrine.approval;

import eu.vitrine.assessment.Assessment;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Moved;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import eu.vitrine.registry.RecordName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a request for a use rests on. */
@Component
class Foundations {

    private static final String MODEL_OF_USE = "use.model";
    private static final String MODELS_OF_SERVICE = "service.models";
    private static final Set<Outcome> WANTING = Set.of(Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NO_EVIDENCE, Outcome.CANNOT_DETERMINE);

    private final Assessments assessments;

    Foundations(Assessments assessments) {
        this.assessments = assessments;
    }

    /** As the newest assessments stand. */
    Foundation now(String use) {
        var blockers = new ArrayList<Blocker>();
        var found = new ArrayList<Assessment>();
        newest(Kind.USE, use, found, blockers);
        if (!found.isEmpty()) {
            models(found.getFirst()).forEach(model -> newest(Kind.MODEL, model, found, blockers));
        }
        return of(found, blockers);
    }

    /** As the assessments stand that a request rests on. */
    Foundation of(List<BasisLine> basis) {
        return of(basis.stream().map(line -> assessments.byNumber(line.kind(), line.slug(), line.number())).toList(), new ArrayList<>());
    }

    private static Foundation of(List<Assessment> found, List<Blocker> blockers) {
        var gaps = new ArrayList<Gap>();
        for (Assessment assessment : found) {
            rights(assessment, gaps, blockers);
            duties(assessment, gaps);
            if (assessment.line().kind() == Kind.USE) {
                houseRules(assessment, gaps); // it read the models too; about a model alone nobody knows who uses it for what
            }
        }
        return new Foundation(found, gaps, blockers);
    }

    private void newest(Kind kind, String slug, List<Assessment> found, List<Blocker> blockers) {
        String path = RecordName.pathOf(kind, slug);
        var latest = assessments.latest(kind, slug);
        if (latest.isEmpty()) {
            blockers.add(Blocker.of("not-assessed." + kind.code(), path, slug));
            return;
        }
        List<Moved> moved = assessments.movedSince(latest.get().line());
        if (!moved.isEmpty()) {
            blockers.add(Blocker.of("out-of-date." + kind.code(), path, slug, latest.get().number()));
        }
        found.add(latest.get());
    }

    /** The models that the use is known to use, by itself or through its service, of which there are records. */
    private static Set<String> models(Assessment use) {
        var named = new LinkedHashSet<String>();
        if (use.subject().facts().get(MODEL_OF_USE).claim().value() instanceof FactValue.Text(String slug)) {
            named.add(slug);
        }
        if (use.subject().facts().get(MODELS_OF_SERVICE).claim().value() instanceof FactValue.Items items) {
            named.addAll(items.values());
        }
        named.removeIf(slug -> use.pins().stream().noneMatch(pin -> pin.kind() == Kind.MODEL && pin.slug().equals(slug) && !pin.isNone()));
        return named;
    }

    private static void rights(Assessment assessment, List<Gap> gaps, List<Blocker> blockers) {
        for (UseRight right : assessment.evaluation().useRights()) {
            if (right.answer() == UseRight.Answer.NOT_GRANTED) {
                blockers.add(Blocker.of("not-granted", assessment.line().path() + "/findings/" + right.policy().id(), right.policy().title(), first(right.why())));
            } else if (right.answer() == UseRight.Answer.OPEN) {
                gaps.add(gap(Gap.Family.USE_RIGHT, assessment, right.policy().id(), right.policy().title(), right.answer().words(), first(right.why())));
            }
        }
    }

    private static void duties(Assessment assessment, List<Gap> gaps) {
        Family family = assessment.line().kind() == Kind.MODEL ? Family.DUTY : Family.OUR_DUTY;
        for (Finding finding : assessment.evaluation().findings()) {
            if (finding.family() == family && finding.outcome() != null && WANTING.contains(finding.outcome())) {
                gaps.add(gap(family == Family.DUTY ? Gap.Family.MAKER_DUTY : Gap.Family.OUR_DUTY, assessment, finding.policy().id(), finding.policy().title(),
                        finding.outcome().words(), finding.deciding().map(Why::text).orElse("")));
            }
        }
    }

    private static void houseRules(Assessment assessment, List<Gap> gaps) {
        for (HouseRule rule : assessment.evaluation().houseRules().values()) {
            boolean weighs = rule.weight() == HouseRule.Weight.STOP || rule.weight() == HouseRule.Weight.CONDITION;
            if (weighs && (rule.answer() == HouseRule.Answer.FAIL || rule.answer() == HouseRule.Answer.OPEN)) {
                String answer = rule.answer().words() + ": " + Objects.requireNonNull(rule.weight()).words();
                gaps.add(gap(Gap.Family.HOUSE_RULE, assessment, rule.policy().id(), rule.policy().title(), answer, first(rule.why())));
            }
        }
    }

    private static Gap gap(Gap.Family family, Assessment assessment, String policy, String title, String answer, String why) {
        return new Gap(family, assessment.line().kind(), assessment.slug(), policy, title, answer, why);
    }

    private static String first(List<Why> why) {
        return Stream.ofNullable(why.isEmpty() ? null : why.getFirst()).map(Why::text).findFirst().orElse("");
    }
}
