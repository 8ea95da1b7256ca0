package eu.vitrine.assessment;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which single changes between two states of a record move an answer.
 *
 * @param evaluation the answers about whoever reads the record, if it said this
 * @param deviations the answers that changed
 * @param then all answers before
 * @param now all answers after
 */
record Decisive(Kind kind, RecordFile before, RecordFile after, Function<RecordFile, Evaluation> evaluation, List<Deviation> deviations,
        Evaluation then, Evaluation now) {

    private static final Set<String> REFERENCES = Set.of("provider", "licences", "services");

    /**
     * The changes that matter for these answers.
     *
     * @param each whether to try each change by itself; otherwise all that is read matters
     */
    Set<String> among(boolean each) {
        Map<String, Set<String>> read = read();
        List<String> candidates = candidates();
        Set<String> matter = new LinkedHashSet<>();
        Set<String> explained = new LinkedHashSet<>();
        if (each) {
            for (String change : candidates) {
                Set<String> moved = moved(change, read.keySet());
                if (!moved.isEmpty()) {
                    matter.add(change);
                    explained.addAll(moved);
                }
            }
        }
        read.forEach((policy, facts) -> {
            if (!explained.contains(policy)) {
                candidates.stream().filter(change -> facts.contains(change) || REFERENCES.contains(change)).forEach(matter::add);
            }
        });
        return matter;
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new LinkedHashMap<>();
        deviations.forEach(one -> read.put(one.policy(), reads(one.policy(), then, now)));
        return read;
    }

    /** The changes that a changed answer reads, and changed references. */
    List<String> candidates() {
        Map<String, Set<String>> read = read();
        List<String> candidates = new ArrayList<>();
        for (String change : Effects.changed(kind, before, after)) {
            if (REFERENCES.contains(change) || read.values().stream().anyMatch(facts -> facts.contains(change))) {
                candidates.add(change);
            }
        }
        return candidates;
    }

    /** The policies whose answer moves when the change is made alone, or taken back alone. */
    private Set<String> moved(String change, Set<String> policies) {
        Evaluation made = evaluation.apply(with(change, before, after));
        Evaluation takenBack = evaluation.apply(with(change, after, before));
        Set<String> moved = new LinkedHashSet<>();
        for (String policy : policies) {
            if (!Objects.equals(answer(policy, made), answer(policy, then)) || !Objects.equals(answer(policy, takenBack), answer(policy, now))) {
                moved.add(policy);
            }
        }
        return moved;
    }

    /** A state of the record with one thing as in the other. */
    private RecordFile with(String change, RecordFile state, RecordFile other) {
        if (!REFERENCES.contains(change)) {
            Facts facts = state.factsOf(kind).and(Facts.of(List.of(other.factsOf(kind).get(change))));
            return state.withFacts(kind, facts);
        }
        RecordFile provider = change.equals("provider") ? other : state;
        RecordFile licences = change.equals("licences") ? other : state;
        RecordFile services = change.equals("services") ? other : state;
        return state.from(provider.provider() == null ? null : provider.provider().slug(), licences.licences(),
                services.services().stream().map(Subject.Part::slug).toList());
    }

    private static Set<String> reads(String policy, Evaluation then, Evaluation now) {
        Set<String> reads = new LinkedHashSet<>(reads(policy, then));
        reads.addAll(reads(policy, now));
        return reads;
    }

    private static List<String> reads(String policy, Evaluation evaluation) {
        List<String> reads = new ArrayList<>();
        evaluation.finding(policy).ifPresent(finding -> reads.addAll(finding.facts()));
        evaluation.useRight(policy).ifPresent(right -> reads.addAll(right.facts()));
        evaluation.classification(policy).ifPresent(one -> reads.addAll(one.facts()));
        if (evaluation.houseRules().containsKey(policy)) {
            reads.addAll(evaluation.houseRules().get(policy).facts());
        }
        return reads;
    }

    private static @Nullable Object answer(String policy, Evaluation evaluation) {
        if (evaluation.houseRules().containsKey(policy)) {
            var rule = evaluation.houseRules().get(policy);
            return List.of(rule.answer(), String.valueOf(rule.weight()));
        }
        return evaluation.finding(policy).<Object>map(finding -> finding.answers())
                .or(() -> evaluation.useRight(policy).map(right -> String.valueOf(right.answer())))
                .or(() -> evaluation.classification(policy).map(one -> one.value())).orElse(null);
    }
}
