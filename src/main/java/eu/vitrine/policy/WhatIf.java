package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The single facts whose answer would change what a policy says, each with the answers that do. Every one was tried: the fact was
 * replaced, nothing else, and the policy was evaluated again. Figures and days are tried just before, at and just after each line
 * that they are compared with.
 *
 * @param now what the policy says as things stand
 * @param changes in the order of the vocabulary; facts that change nothing by themselves are left out
 * @param evaluations how often the policy was evaluated
 */
public record WhatIf(String now, List<Change> changes, int evaluations) {

    /**
     * A fact that would change it.
     *
     * @param fact its id
     * @param label its label
     * @param recorded what is recorded, in words
     * @param known whether a value is recorded, so that only a correction would change it
     * @param keptByLaw whether the law lets the provider keep it from us
     * @param alternatives by what they lead to
     */
    public record Change(String fact, String label, String recorded, boolean known, boolean keptByLaw, List<Alternative> alternatives) {
        public Change {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Answers that lead to the same.
     *
     * @param answers in words
     * @param outcome what the policy would say, in words
     * @param tried the answers themselves
     */
    public record Alternative(List<String> answers, String outcome, List<Fact> tried) {

        /** So many answers are told; of the others the number is. */
        private static final int TOLD = 8;

        public Alternative {
            answers = List.copyOf(answers);
            tried = List.copyOf(tried);
        }

        /** The answers as one text, any of which would do. */
        public String words() {
            return answers.size() <= TOLD + 1 ? String.join("; ", answers)
                    : String.join("; ", answers.subList(0, TOLD)) + "; or " + (answers.size() - TOLD) + " others";
        }
    }

    public WhatIf {
        changes = List.copyOf(changes);
    }

    /**
     * The same the other way round: what each outcome takes.
     *
     * @param answers facts by label, each with the answers that lead there
     */
    public record Towards(String outcome, List<String> answers) {}

    /** What each outcome takes of some of the changes, in the order in which the outcomes come up. */
    public static List<Towards> byOutcome(List<Change> some) {
        Map<String, List<String>> byOutcome = new LinkedHashMap<>();
        some.forEach(change -> change.alternatives().forEach(alternative -> byOutcome
                .computeIfAbsent(alternative.outcome(), outcome -> new ArrayList<>()).add(change.label() + ": " + alternative.words())));
        return byOutcome.entrySet().stream().map(entry -> new Towards(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** The changes as far as they change the outcome itself, and not only a day or a detail beside it. */
    public List<Change> ofOutcome() {
        return kept(false);
    }

    /** The changes as far as they change a day or a detail beside the outcome. */
    public List<Change> ofDetail() {
        return kept(true);
    }

    private List<Change> kept(boolean detail) {
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            List<Alternative> some = change.alternatives().stream().filter(one -> one.outcome().startsWith(now + ";") == detail).toList();
            if (!some.isEmpty()) {
                kept.add(new Change(change.fact(), change.label(), change.recorded(), change.known(), change.keptByLaw(), some));
            }
        }
        return kept;
    }

    /** Facts to find out. */
    public List<Change> open() {
        return changes.stream().filter(change -> !change.known()).toList();
    }

    /** Facts on record, which would have to prove otherwise. */
    public List<Change> recorded() {
        return changes.stream().filter(Change::known).toList();
    }
}
