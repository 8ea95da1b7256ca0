package eu.vitrine.assessment;

import eu.vitrine.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two policy sets.
 *
 * @param file name below the policies folder
 * @param how what became of it
 * @param policy the policy it holds; null for vocabulary, data of the law, assumptions
 */
record SetChange(String file, How how, @Nullable Policy policy) {

    /** What became of a file. */
    enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Everything that differs, cases left out: what is added, what is removed, what is changed, each by name. */
    static List<SetChange> between(KeptSet before, KeptSet after) {
        Map<String, String> old = before.files().withoutCases().byName();
        Map<String, String> now = after.files().withoutCases().byName();
        List<SetChange> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!now.containsKey(name)) {
                changes.add(new SetChange(name, How.REMOVED, policy(before, name)));
            } else if (!now.get(name).equals(old.get(name))) {
                changes.add(new SetChange(name, old.containsKey(name) ? How.CHANGED : How.ADDED, policy(after, name)));
            }
        }
        changes.sort(Comparator.comparing(SetChange::how));
        return List.copyOf(changes);
    }

    private static @Nullable Policy policy(KeptSet set, String file) {
        String id = file.substring(file.indexOf('/') + 1).replaceFirst("\\.yaml$", "");
        boolean holdsOne = !file.contains("/") || file.startsWith("derivations/");
        Optional<Policy> policy = holdsOne ? set.set().policy(id) : Optional.empty();
        return policy.orElse(null);
    }
}
