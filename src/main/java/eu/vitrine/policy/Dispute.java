package eu.vitrine.policy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact that an answer rests on and about which sources disagree, with what the policy would say if the sources agreed on one claim
 * or another. Every claim was tried: those that contradict it were left out, nothing else was changed, and the policy was evaluated
 * again.
 *
 * @param fact its id
 * @param label its label
 * @param claims the chosen claim first; empty where the sources disagree in the record that the pre-training run began with
 */
public record Dispute(String fact, String label, List<Claimed> claims) {

    /**
     * A claim.
     *
     * @param chosen whether it is the one that rules read
     * @param words what it says
     * @param source whose claim it is
     * @param answer what the policy would say if the sources agreed on it
     * @param changes whether that is another answer than the one that is given
     */
    public record Claimed(boolean chosen, String words, String source, String answer, boolean changes) {}

    public Dispute {
        claims = List.copyOf(claims);
    }

    /** The claims of other sources that contradict the chosen one; none where a fact is not in dispute. */
    public static List<Claim> against(Fact fact) {
        return fact.also().stream().filter(other -> contradict(fact.id(), fact.claim(), other)).toList();
    }

    /** Whether two claims about a fact cannot both be so. */
    static boolean contradict(String fact, Claim one, Claim other) {
        return new Fact(fact, one, List.of(other)).inConflict();
    }

    /** Whether another claim than the chosen one would lead to another answer. */
    public boolean matters() {
        return claims.stream().anyMatch(claim -> claim.changes() && !claim.chosen());
    }

    /** What each claim says and would lead to, as sentences. */
    public List<String> sentences() {
        if (claims.isEmpty()) {
            return List.of(label + ": sources disagree in the record that its pre-training run began with.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(label + ": " + FactWords.joined(claims.stream().map(claim -> "“" + claim.words() + "” by " + claim.source()
                + (claim.chosen() ? " (chosen)" : "")).toList()) + ".");
        Map<String, List<String>> others = new LinkedHashMap<>();
        claims.stream().filter(Claimed::changes)
                .forEach(claim -> others.computeIfAbsent(claim.answer(), answer -> new ArrayList<>()).add(named(claim)));
        others.forEach((answer, named) -> sentences.add("The answer would be “" + answer + "” with the claim of " + String.join(" or of ", named) + "."));
        List<String> same = claims.stream().filter(claim -> !claim.changes() && !claim.chosen()).map(this::named).distinct().toList();
        if (!same.isEmpty()) {
            sentences.add("It would be the same with the claim of " + String.join(" or of ", same) + ".");
        }
        return List.copyOf(sentences);
    }

    /** A claim by its source, and by its words as well where another has the same source. */
    private String named(Claimed claim) {
        boolean alone = claims.stream().filter(other -> other.source().equals(claim.source())).count() == 1;
        return alone ? claim.source() : claim.source() + " (“" + claim.words() + "”)";
    }
}
