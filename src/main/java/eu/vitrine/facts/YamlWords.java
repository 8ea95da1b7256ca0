package eu.vitrine.facts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What is wrong in a YAML file and what to do about it, in our words: those of the library are for programmers, and it may word them otherwise
 * in another release. What it finds and we do not know is told by its place alone.
 */
final class YamlWords {

    static final String UNREADABLE = "from here on it cannot be read; compare the line and the one before with a line that is right";

    private static final Pattern ESCAPE = Pattern.compile("found unknown escape character (.)\\(.*", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("expected escape sequence of (\\d).*", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("found character '(\\\\t|.).*", Pattern.DOTALL);
    private static final Pattern OPENED = Pattern.compile("expected ',' or '([]}])', but got (.*)", Pattern.DOTALL);
    private static final String NOTHING_MORE = "<stream end>";

    private static final String QUOTE = "the quotation mark that opens here is never closed; close it, and double it or put \\ before it inside the text";
    private static final String ENDS = "the file ends before everything that it opens is closed; close brackets, braces and quotation marks";
    private static final String DIRECTIVE = "a line that begins with % speaks about YAML itself and is not understood; leave it out";
    private static final String TAG = "a tag, which begins with !, is not understood here; leave it out, and put a text that begins with ! into quotation marks";

    /** What the library says where, by the beginning of both, and what it means. */
    private record Rule(String context, String problem, String words, boolean whereItBegan) {}

    private static final List<Rule> RULES = List.of(
            new Rule("", "mapping values are not allowed", "this colon makes a key where none can stand; put a text with a colon into quotation marks, begin the keys"
                    + " of one level in the same column, and leave a space after each colon", false),
            new Rule("", "mapping keys are not allowed", "a question mark with a space after it cannot stand here; put a text that has one into quotation marks", false),
            new Rule("", "sequence entries are not allowed", "an entry of a list cannot begin here; begin each \"- \" on a line of its own", false),
            new Rule("while scanning a simple key", "could not find expected", "no colon follows this; write a key as \"key: value\", and indent a further line of a text"
                    + " more than its key", true),
            new Rule("while scanning a quoted scalar", "", QUOTE, true),
            new Rule("while scanning an a", "", "an anchor or an alias, which begins with & or *, needs a name of letters and digits; put a text that begins so"
                    + " into quotation marks", true),
            new Rule("while scanning a block scalar", "", "after | or > the text begins on the next line; put a text that begins so into quotation marks", false),
            new Rule("while scanning a tag", "", TAG, true),
            new Rule("while scanning a directive", "", DIRECTIVE, true),
            new Rule("while scanning a YAML directive", "", DIRECTIVE, true),
            new Rule("", "found duplicate YAML directive", DIRECTIVE, false),
            new Rule("", "found incompatible YAML document", DIRECTIVE, false),
            new Rule("", "duplicate tag handle", DIRECTIVE, false),
            new Rule("", "found undefined tag handle", TAG, false),
            new Rule("", "expected '<document start>'", "this stands behind the end of the document or behind a line that begins with %; one file holds one document", false),
            new Rule("", "expected the node content, but found '" + NOTHING_MORE, ENDS, false),
            new Rule("", "expected the node content", "a value is missing here; put a text that begins with a bracket, a brace or a comma into quotation marks", false),
            new Rule("", "expected <block end>, but found '<scalar>'", "this stands behind a value that has ended; put the whole text into quotation marks", false),
            new Rule("", "expected <block end>", "this does not belong to what stands above it; begin the keys or entries of one level in the same column, and do not mix"
                    + " them", false));

    private YamlWords() {}

    /**
     * Where to look, and what to read there.
     *
     * @param at null where the library names no place
     */
    record Said(@Nullable Mark at, String words) {}

    static Said of(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext();
        String problem = e.getProblem() == null ? "" : e.getProblem();
        Mark began = e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
        Matcher opened = OPENED.matcher(problem);
        if (opened.matches()) {
            boolean never = opened.group(2).equals(NOTHING_MORE);
            String bracket = opened.group(1).equals("]") ? "[" : "{";
            return never ? new Said(began, "the " + bracket + " that opens here is never closed; write " + opened.group(1) + " after its last entry")
                    : new Said(e.getProblemMark(), "a comma or " + opened.group(1) + " is missing before this, because of the " + bracket + " in line "
                            + (began == null ? "?" : began.getLine() + 1));
        }
        String special = special(problem);
        if (special != null) {
            return new Said(e.getProblemMark(), special);
        }
        return RULES.stream().filter(rule -> context.startsWith(rule.context()) && problem.startsWith(rule.problem())).findFirst()
                .map(rule -> new Said(rule.whereItBegan() ? began : e.getProblemMark(), rule.words()))
                .orElseGet(() -> new Said(e.getProblemMark(), UNREADABLE));
    }

    /** What has the character at fault in it. */
    private static @Nullable String special(String problem) {
        Matcher escape = ESCAPE.matcher(problem);
        if (escape.matches()) {
            return "the escape \\" + escape.group(1) + " means nothing; write \\\\ for a backslash, or put the text into single quotation marks";
        }
        Matcher digits = DIGITS.matcher(problem);
        if (digits.matches()) {
            return "the escape here needs " + digits.group(1) + " digits 0-9 or A-F; write \\\\ for a backslash";
        }
        Matcher character = CHARACTER.matcher(problem);
        if (character.matches()) {
            return character.group(1).equals("\\t") ? "a tab stands where only spaces may; indent with spaces"
                    : "a value cannot begin with " + character.group(1) + "; put it into quotation marks";
        }
        return null;
    }
}
