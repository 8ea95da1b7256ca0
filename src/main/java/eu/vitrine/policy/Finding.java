package eu.vitrine.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is found of one duty, route or point of an annex.
 *
 * @param policy the duty, route or point
 * @param family the kind of answer it is shown among
 * @param addressee who owes it
 * @param answers the four answers
 * @param outcome one word for people; null for a route that applies
 * @param why reasons: whether it applies, then whether it is shown, then what was softened, assumed or disputed; see {@link #deciding}
 * @param support what speaks for it without showing it; scores nothing
 * @param facts ids of the facts read, in the order of the vocabulary
 * @param settledBy ids of the facts that would settle what is open
 * @param withheldByLaw ids of such facts that the law lets the provider keep from us
 * @param disputed ids of the facts it rests on about which sources disagree; a person should look wherever there is one
 * @param assumptions ids of the assumptions it rests on
 * @param withoutAssumptions its answers with each assumption left out, and with none
 * @param owedToUs whether it is owed to us; null when not known
 * @param review whether a person should look
 * @param authority who can enforce it; null for routes
 * @param points points of an annex, judged one by one; they weigh inside this finding and not beside it
 * @param conditions tests that it draws together
 * @param checklist fields of a form, one by one
 * @param consequence what may follow from a breach, or null
 */
public record Finding(
        Policy policy,
        Family family,
        Addressee addressee,
        Answers answers,
        @Nullable Outcome outcome,
        List<Why> why,
        List<Support> support,
        List<String> facts,
        List<String> settledBy,
        List<String> withheldByLaw,
        List<String> disputed,
        List<String> assumptions,
        Map<String, Answers> withoutAssumptions,
        @Nullable Boolean owedToUs,
        boolean review,
        @Nullable String authority,
        List<Finding> points,
        List<Classification> conditions,
        List<ChecklistEntry> checklist,
        @Nullable Why consequence) {

    /** What speaks for a duty without showing it. */
    public record Support(String fact, Why why) {}

    /** Name under which {@link #withoutAssumptions} holds the answers with no assumption at all. */
    public static final String NONE_AT_ALL = "NONE_AT_ALL";

    /** The reason behind the outcome: why it is shown or not where that decides, else why it applies or not. */
    public Optional<Why> deciding() {
        List<Why> own = why.stream().filter(one -> one.id().startsWith(policy.id() + ".")).toList();
        boolean byEvidence = outcome != null && switch (outcome) {
            case MET, PARTLY_MET, NOT_MET, NO_EVIDENCE -> true;
            case NOT_APPLICABLE, EXEMPT, CANNOT_DETERMINE, NOT_YET_DUE -> false;
        };
        return byEvidence && own.size() > 1 ? Optional.of(own.get(1)) : why.stream().findFirst();
    }
}
