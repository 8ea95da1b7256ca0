package eu.vitrine.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that two evaluations of one subject answer otherwise.
 *
 * @param about what kind of answer it is
 * @param policy id of the policy
 * @param title its title; for a classification its name, by which pages find the words of its values
 * @param before what the first says; null where it has no such policy
 * @param after what the second says; null where it has no such policy
 */
public record Deviation(About about, String policy, String title, @Nullable Said before, @Nullable Said after) {

    /** What kind of answer differs. */
    public enum About {
        CLASSIFICATION,
        FINDING,
        HOUSE_RULE
    }

    /** Whether only one of the two has the policy. */
    boolean isOfOneSet() {
        return before == null || after == null;
    }

    /** Which way the answer moved. */
    public Turn turn() {
        return Turn.of(this);
    }

    /** Everything that differs: classifications, then findings, then house rules, each in the order of the second, then what it lacks. */
    public static List<Deviation> between(StoredEvaluation before, StoredEvaluation after) {
        List<Deviation> deviations = new ArrayList<>();
        collect(About.CLASSIFICATION, classifications(before), classifications(after), deviations);
        collect(About.FINDING, findings(before), findings(after), deviations);
        collect(About.HOUSE_RULE, houseRules(before), houseRules(after), deviations);
        return List.copyOf(deviations);
    }

    /** One answer with the policy that gives it. */
    private record Entry(String policy, String title, Said said) {}

    private static void collect(About about, Map<String, Entry> before, Map<String, Entry> after, List<Deviation> deviations) {
        after.forEach((key, now) -> {
            @Nullable Entry then = before.get(key);
            if (then == null || !then.said().equals(now.said())) {
                deviations.add(new Deviation(about, now.policy(), now.title(), then == null ? null : then.said(), now.said()));
            }
        });
        before.forEach((key, then) -> {
            if (!after.containsKey(key)) {
                deviations.add(new Deviation(about, then.policy(), then.title(), then.said(), null));
            }
        });
    }

    private static Map<String, Entry> classifications(StoredEvaluation evaluation) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        evaluation.classifications().forEach((name, one) -> entries.put(name, new Entry(one.policy(), name, one.said())));
        return entries;
    }

    private static Map<String, Entry> findings(StoredEvaluation evaluation) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        evaluation.findings().forEach(one -> entries.put(one.policy(), new Entry(one.policy(), one.title(), one.said())));
        return entries;
    }

    private static Map<String, Entry> houseRules(StoredEvaluation evaluation) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        evaluation.houseRules().forEach((id, rule) -> entries.put(id, new Entry(id, rule.title(), rule.said())));
        return entries;
    }
}
