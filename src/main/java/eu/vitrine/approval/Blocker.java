package eu.vitrine.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done before anybody can ask or approve.
 *
 * @param code which; the words are those of the message {@code approval.blocker.<code>}
 * @param args values for the message
 * @param path where to do it, or null
 */
public record Blocker(String code, List<Object> args, @Nullable String path) {

    static Blocker of(String code, @Nullable String path, Object... args) {
        return new Blocker(code, List.of(args), path);
    }

    /** Message key of the words for it. */
    public String key() {
        return "approval.blocker." + code;
    }
}
