package eu.vitrine.formats;

import eu.vitrine.facts.WholeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Comments that read like statements. A comment states nothing for whoever reads the file by its format, so it becomes a
 * remark and never a fact.
 */
final class Comments {

    /** A figure, an address, or a word with a colon and something after it. */
    private static final Pattern STATEMENT = Pattern.compile("(?s).*([0-9]|https?://|[\\p{L}\\p{N})]\\s?:\\s+\\S).*");
    private static final int MOST = 30;
    private static final int MOST_READ = 500;
    private static final int DEPTH = 50;

    private Comments() {}

    /** A comment and its line in the file. */
    record Comment(int line, String text) {}

    /** The comments of a well-formed passage of YAML; none where the passage is broken. */
    static List<Comment> ofYaml(String text, int before) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        options.setNestingDepthLimit(DEPTH);
        List<Comment> comments = new ArrayList<>();
        try {
            Parser parser = new ParserImpl(new WholeText(text), options);
            for (Event event = parser.getEvent(); !(event instanceof StreamEndEvent); event = parser.getEvent()) {
                if (comments.size() >= MOST_READ) {
                    return comments;
                }
                if (event instanceof CommentEvent comment && says(comment.getValue())) {
                    comments.add(new Comment(comment.getStartMark().getLine() + 1 + before, comment.getValue().strip()));
                }
            }
        } catch (YAMLException | IllegalArgumentException e) {
            // the reader of the passage has already said where it is broken
            return comments;
        }
        return comments;
    }

    /** The comments of a page in Markdown, outside its examples of code. */
    static List<Comment> ofMarkdown(String text, int before) {
        List<Comment> comments = new ArrayList<>();
        int line = before + 1;
        int from = 0;
        int counted = 0;
        while (comments.size() < MOST_READ) {
            int start = text.indexOf("<!--", from);
            int end = start < 0 ? -1 : text.indexOf("-->", start + 4);
            if (end < 0) {
                return comments;
            }
            line += (int) text.substring(counted, start).chars().filter(c -> c == '\n').count();
            counted = start;
            String inner = text.substring(start + 4, end).strip();
            if (says(inner)) {
                comments.add(new Comment(line, inner));
            }
            from = end + 3;
        }
        return comments;
    }

    private static boolean says(String comment) {
        String start = comment.length() > 2000 ? comment.substring(0, 2000) : comment;
        return STATEMENT.matcher(start).matches();
    }

    /** Remarks on these comments, and one on those beyond a number that a person reads. */
    static void remark(PlainFile file, List<Comment> comments, Remarks remarks) {
        comments.stream().limit(MOST).forEach(comment -> remarks.notAFact(file.at(comment.line(), null), fact(comment.text()), comment.text(),
                "This stands in a comment only; a comment is no statement of the file.",
                "If it matters, look it up at its source and enter it by hand."));
        if (comments.size() > MOST) {
            remarks.notAFact(file.at(comments.get(MOST).line(), null), null, null,
                    comments.size() - MOST + " further comments that read like statements were left out.", null);
        }
    }

    private static @Nullable String fact(String comment) {
        String lower = comment.length() > 200 ? "" : comment.toLowerCase(Locale.ROOT);
        return lower.contains("training compute:") ? "model.training.compute" : lower.contains("national origin:") ? "provider.country" : null;
    }
}
