package eu.vitrine.policy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries each claim about the facts that an answer rests on and about which sources disagree. */
final class Disputes {

    private final PolicySet set;
    private final Subject subject;
    private final LocalDate asOf;
    private final int assumptions;
    private final Policy policy;
    private final Answered now;

    Disputes(PolicySet set, Subject subject, LocalDate asOf, int assumptions, Policy policy, Answered now) {
        this.set = set;
        this.subject = subject;
        this.asOf = asOf;
        this.assumptions = assumptions;
        this.policy = policy;
        this.now = now;
    }

    /** What each of these facts would lead to, claim by claim, in the order of the vocabulary. */
    List<Dispute> of(IdSet disputed) {
        List<Dispute> disputes = new ArrayList<>();
        disputed.forEach(index -> {
            FactDeclaration declaration = set.vocabulary().facts().get(index);
            disputes.add(new Dispute(declaration.id(), declaration.label(), claims(declaration, subject.facts().get(declaration.id()))));
        });
        return disputes;
    }

    /** The chosen claim and those that contradict it; none where the dispute is another record's. */
    private List<Dispute.Claimed> claims(FactDeclaration declaration, Fact fact) {
        List<Dispute.Claimed> claims = new ArrayList<>();
        Dispute.against(fact).forEach(other -> claims.add(claimed(declaration, fact, other)));
        if (!claims.isEmpty()) {
            claims.addFirst(claimed(declaration, fact, fact.claim()));
        }
        return claims;
    }

    private Dispute.Claimed claimed(FactDeclaration declaration, Fact fact, Claim claim) {
        Answered then = Answered.of(set, subject.with(settled(fact, claim)), asOf, assumptions, policy);
        return new Dispute.Claimed(claim == fact.claim(), ExprWords.brief(FactWords.of(declaration, claim)), source(claim), then.says(now) ? now.words() : then.differenceFrom(now),
                !then.says(now));
    }

    /** The fact as it would stand if the sources agreed on a claim: whatever contradicts it is gone. */
    static Fact settled(Fact fact, Claim claim) {
        List<Claim> others = new ArrayList<>();
        others.add(fact.claim());
        others.addAll(fact.also());
        return new Fact(fact.id(), claim, others.stream().filter(other -> other != claim && !Dispute.contradict(fact.id(), claim, other)).toList());
    }

    /** Whose claim it is, as far as anybody has said. */
    private static String source(Claim claim) {
        if (claim.state() == State.UNKNOWN) {
            return "our record";
        }
        String named = claim.value() instanceof FactValue.Amount amount && amount.by() != null ? amount.by()
                : claim.sourceUrl() == null ? null : FactView.host(claim.sourceUrl());
        String tier = claim.tier() == null ? null : "the " + claim.tier().words().toLowerCase(Locale.ROOT);
        return tier == null ? named == null ? "a source that is not named" : named : named == null ? tier : tier + " (" + named + ")";
    }
}
