package eu.vitrine.dossier;

import eu.vitrine.policy.Why;
import java.util.List;

/** Reasons in words, cut short where the facts that an answer turns on are listed beside it anyway. */
final class Reasons {

    /** The engine's reason that does no more than name what is not known. */
    private static final String OPEN = "open.facts";

    /** Begins the engine's reason that gives the wording of an assumption; the rest is the assumption's id. */
    private static final String ASSUMPTION = "assumption.";

    /** So many missing facts are named where an overview says what an answer turns on. */
    private static final int NAMED = 2;

    private final Texts texts;

    Reasons(Texts texts) {
        this.texts = texts;
    }

    /** In full, each once. */
    static List<String> full(List<Why> why) {
        return why.stream().map(Why::text).distinct().toList();
    }

    /** Whether the reasons name the missing facts themselves. */
    static boolean nameWhatIsMissing(List<Why> why) {
        return why.stream().anyMatch(one -> one.id().equals(OPEN));
    }

    /** Without the list of missing facts. */
    List<String> brief(List<Why> why) {
        return why.stream().map(one -> one.id().equals(OPEN) ? texts.of("why.open") : one.text()).distinct().toList();
    }

    /** Without the list of missing facts and without the wording of these assumptions. */
    List<String> brief(List<Why> why, List<String> assumptions) {
        return brief(why.stream()
                .filter(one -> !one.id().startsWith(ASSUMPTION) || !assumptions.contains(one.id().substring(ASSUMPTION.length()))).toList());
    }

    /** The deciding one, with the first few of the missing facts. */
    String lead(List<Why> why) {
        if (why.isEmpty() || !why.getFirst().id().equals(OPEN)) {
            return first(why);
        }
        List<String> facts = List.of(why.getFirst().args().getOrDefault("facts", "").split("; "));
        String named = String.join("; ", facts.subList(0, Math.min(NAMED, facts.size())));
        return facts.size() <= NAMED ? texts.of("why.turns", "facts", named)
                : texts.of("why.turns.more", "facts", named, "n", facts.size() - NAMED);
    }

    /** The deciding one, without the list of missing facts. */
    String first(List<Why> why) {
        return why.isEmpty() ? texts.of("why.none") : brief(why).getFirst();
    }
}
