package eu.vitrine.formats;

import java.util.List;
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

    static FrontMatter of(String text) {
        List<String> lines = text.lines().toList();
        int first = next(lines, 0);
        if (first == lines.size() || !lines.get(first).strip().equals(FENCE)) {
            return new FrontMatter(null, 0, text, 0, 0, false);
        }
        int last = fence(lines, first + 1);
        if (last < 0) {
            return new FrontMatter(null, first + 1, text, 0, 0, true);
        }
        int after = next(lines, last + 1);
        boolean again = after < lines.size() && lines.get(after).strip().equals(FENCE);
        int secondEnd = again ? fence(lines, after + 1) : -1;
        boolean keys = secondEnd > 0
                && lines.subList(after + 1, secondEnd).stream().anyMatch(line -> line.matches("[A-Za-z_][\\w-]{0,60}:(\\s.*)?"));
        int rest = keys ? secondEnd + 1 : last + 1;
        return new FrontMatter(String.join("\n", lines.subList(first + 1, last)), first + 1,
                String.join("\n", lines.subList(rest, lines.size())), rest, keys ? after + 1 : 0, false);
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /** A line that begins at the margin; within a text of the front matter three hyphens are indented. */
    private static int fence(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }
}
