package eu.vitrine.formats;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name of a model's repository on the Hugging Face Hub.
 *
 * @param account who publishes it
 * @param name name within the account
 * @param revision commit that an address pins; null for a branch or none
 */
record HubName(String account, String name, @Nullable String revision) {

    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(" + PART + ")/(" + PART
                    + ")/?(?:(?:blob|tree|resolve|raw)/([^/?#]+)[^?#]*)?(?:[?#].*)?");
    private static final Pattern BARE = Pattern.compile("(" + PART + ")/(" + PART + ")");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");
    /** First and second parts of addresses that are no models. */
    private static final Set<String> NO_ACCOUNT = Set.of(
            "datasets", "spaces", "collections", "docs", "blog", "papers", "models", "api", "organizations", "join", "settings", "learn",
            "tasks", "posts", "search", "kernels", "buckets");
    private static final Set<String> NO_MODEL = Set.of("datasets", "spaces", "models", "collections", "activity");

    /** The model at this address of the Hub, or null when it is the address of something else. */
    static @Nullable HubName ofAddress(@Nullable String address) {
        Matcher matcher = ADDRESS.matcher(address == null || address.length() > 500 ? "" : address.strip());
        if (!matcher.matches() || NO_ACCOUNT.contains(matcher.group(1)) || NO_MODEL.contains(matcher.group(2))) {
            return null;
        }
        String revision = matcher.group(3);
        return new HubName(matcher.group(1), matcher.group(2), revision != null && COMMIT.matcher(revision).matches() ? revision : null);
    }

    /** The model of this name, {@code account/name}, or null when it is none. */
    static @Nullable HubName ofText(String text) {
        Matcher matcher = BARE.matcher(text.length() > 200 ? "" : text.strip());
        return matcher.matches() ? new HubName(matcher.group(1), matcher.group(2), null) : null;
    }

    /** As the vocabulary writes it: {@code account/name}, with the revision after an @. */
    String text() {
        return account + "/" + name + (revision == null ? "" : "@" + revision);
    }

    /** Whether both name the same repository, in whatever revision and case. */
    boolean same(@Nullable HubName other) {
        return other != null && account.equalsIgnoreCase(other.account) && name.equalsIgnoreCase(other.name);
    }

    /** Address of a file of the repository, or of the repository itself for an empty path. */
    String address(String path) {
        return "https://huggingface.co/" + account + "/" + name + (path.isEmpty() ? "" : "/blob/" + (revision == null ? "main" : revision) + "/"
                + path);
    }
}
