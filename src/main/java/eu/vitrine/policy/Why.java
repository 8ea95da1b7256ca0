package eu.vitrine.policy;

import java.util.Map;
import java.util.TreeMap;

/**
 * A reason as template and arguments, so that it can be told in any language.
 *
 * @param id policy and row, for example {@code AIA-53-1-d.absent}
 * @param template English text with arguments in braces
 * @param args display values by name; in the order of the names
 */
public record Why(String id, String template, Map<String, String> args) {

    /** Names the reason that says on which facts sources disagree. */
    static final String DISPUTE = "disputed";

    public Why {
        args = args.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(args));
    }

    /** Whether it says on which facts sources disagree; no row of a policy does, it stands beside whatever was answered. */
    public boolean isDispute() {
        return id.equals(DISPUTE);
    }

    /** The reason in English. */
    public String text() {
        String text = template;
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }
}
