package eu.vitrine.assessment;

import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows out of the file of a policy, whatever its stages are called. */
final class PolicyRules {

    /** What the page already says in words of its own. */
    private static final Set<String> TOLD = Set.of("id", "role", "name", "version", "order", "title", "reference", "cite", "basis",
            "plain", "remedy", "automation", "review", "note", "values", "conditions", "label", "type",
            "part_of", "concerns", "consequence");

    private final List<PolicyBook.Rule> rules = new ArrayList<>();

    private PolicyRules() {}

    static List<PolicyBook.Rule> of(Located.Mapping file) {
        PolicyRules reader = new PolicyRules();
        file.entries().forEach((key, value) -> {
            if (!TOLD.contains(key)) {
                reader.read(key, value);
            }
        });
        return reader.rules;
    }

    private void read(String stage, Located value) {
        switch (value) {
            case Located.Mapping mapping when mapping.present("when") != null || mapping.present("then") != null -> rules.add(row(stage, mapping));
            case Located.Mapping mapping -> mapping.entries().forEach((key, one) -> read(stage + ", " + key, one));
            case Located.Sequence sequence when sequence.items().stream().allMatch(Located.Mapping.class::isInstance) ->
                sequence.items().forEach(item -> read(stage, item));
            case Located.Sequence sequence -> rules.add(new PolicyBook.Rule(stage, "", words(sequence), null, null));
            case Located.Scalar scalar when scalar.isNull() -> { }
            case Located.Scalar scalar -> rules.add(new PolicyBook.Rule(stage, "", scalar.text().strip(), null, null));
        }
    }

    private static PolicyBook.Rule row(String stage, Located.Mapping row) {
        String id = text(row, "id");
        return new PolicyBook.Rule(stage, id == null ? "" : id, text(row, "when"), text(row, "then"), text(row, "why"));
    }

    private static @Nullable String text(Located.Mapping row, String key) {
        Located value = row.present(key);
        return switch (value) {
            case null -> null;
            case Located.Scalar scalar -> scalar.text().strip();
            default -> words(value);
        };
    }

    private static String words(Located value) {
        return switch (value) {
            case Located.Scalar scalar -> scalar.text().strip();
            case Located.Sequence sequence -> String.join(", ", sequence.items().stream().map(PolicyRules::words).toList());
            case Located.Mapping mapping -> String.join("; ",
                    mapping.entries().entrySet().stream().map(one -> one.getKey() + ": " + words(one.getValue())).toList());
        };
    }
}
