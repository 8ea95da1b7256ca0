package eu.vitrine.dossier;

import eu.vitrine.policy.Why;
import java.util.List;

/** Reasons in words, cut short where the facts that an answer turns on are listed beside it anyway. */
final class Reasons {

    /** The engine's reason that does no more than name what is not known. */
    private static final String OPEN = "open.facts";

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

    /** The deciding one, without the list of missing facts. */
    String first(List<Why> why) {
        return why.isEmpty() ? texts.of("why.none") : brief(why).getFirst();
    }
}
