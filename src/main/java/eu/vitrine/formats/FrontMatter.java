package eu.vitrine.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown page cut into its front matter and its body.
 *
 * @param yaml what stands between the first two lines of three hyphens; null where there is no front matter
 * @param before number of lines before it
 * @param body the rest of the page
 * @param bodyBefore number of lines before the body
 * @param second line on which a second front matter begins, or 0
 * @param open whether a front matter begins and never ends
 */
record FrontMatter(@Nullable String yaml, int before, String body, int bodyBefore, int second, boolean open) {

    private static final String FENCE = "---";
    private static final Pattern KEY = Pattern.compile("(?m)^[A-Za-z_][\\w-]{0,60}:(\\s|$)");
    private static final Pattern NO_YAML = Pattern.compile("(?m)^(?![A-Za-z_][\\w-]{0,60}:(\\s|$)|\\s|[-#]|$)");

    static FrontMatter of(String text) {
        Lines lines = new Lines(text);
        if (!lines.blankThenFence()) {
            return new FrontMatter(null, 0, text, 0, 0, false);
        }
        int start = lines.at;
        int before = lines.passed;
        int end = lines.nextFence();
        if (end < 0) {
            return new FrontMatter(null, before, text, 0, 0, true);
        }
        int bodyAt = lines.at;
        int bodyBefore = lines.passed;
        int second = 0;
        // a second one may come without its first line of hyphens: a template leaves an empty one before what the author wrote
        boolean fenced = lines.blankThenFence();
        int secondLine = fenced ? lines.passed : bodyBefore + 1;
        int secondStart = fenced ? lines.at : bodyAt;
        int secondEnd = fenced || KEY.matcher(text).region(bodyAt, text.length()).lookingAt() ? lines.nextFence() : -1;
        String between = secondEnd < 0 ? "" : text.substring(secondStart, secondEnd);
        if (KEY.matcher(between).find() && (fenced || !NO_YAML.matcher(between).find())) {
            second = secondLine;
            bodyAt = lines.at;
            bodyBefore = lines.passed;
        }
        return new FrontMatter(text.substring(start, end), before, text.substring(bodyAt), bodyBefore, second, false);
    }

    /** Goes through a text line by line without cutting it up. */
    private static final class Lines {
        private final String text;
        /** Where the next line begins. */
        private int at;
        private int passed;

        Lines(String text) {
            this.text = text;
        }

        private @Nullable String next() {
            if (at >= text.length()) {
                return null;
            }
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            passed++;
            return line;
        }

        /** Passes blank lines and one line of three hyphens; whether there was one. */
        boolean blankThenFence() {
            String line = next();
            while (line != null && line.isBlank()) {
                line = next();
            }
            return line != null && line.strip().equals(FENCE);
        }

        /** Where the next line of three hyphens at the margin begins, which is passed; -1 when there is none. Within a text they are indented. */
        int nextFence() {
            int start = at;
            for (String line = next(); line != null; line = next()) {
                if (line.stripTrailing().equals(FENCE)) {
                    return start;
                }
                start = at;
            }
            return -1;
        }
    }
}
