package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells statements from what merely stands in their place, and makes short names. */
final class Wording {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_KEY = 60;
    private static final Set<String> PLACEHOLDERS = Set.of(
            "", "more information needed", "needs more information", "information needed", "more info needed", "tbd", "tba", "tbc", "todo",
            "to do", "to be determined", "to be announced", "to be added", "to be decided", "coming soon", "work in progress", "wip", "n/a",
            "na", "none", "null", "nil", "unknown", "undisclosed", "not disclosed", "not specified", "unspecified", "not available",
            "not applicable", "optional", "placeholder", "example", "xxx", "-", "--", "?", "??", "???", "...", "…", "未知", "待定");
    private static final Pattern SLOT = Pattern.compile(
            "(?is)\\{.*}|<.*>|\\$\\{.*|\\[\\s*(more|insert|your|add|fill)\\b.*|your[-_ ]?\\w*[-_ ]?(name|id|model|here).*");

    private Wording() {}

    /** Whether this stands where a statement should and states nothing. */
    static boolean isPlaceholder(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST_TEXT) {
            return false;
        }
        String inner = bare.replaceAll("^[\\[(*_`]+|[\\])*_`.]+$", "").strip().toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.contains(inner) || PLACEHOLDERS.contains(bare.toLowerCase(Locale.ROOT)) || SLOT.matcher(bare).matches();
    }

    /** Why this cannot be kept as a text of a record, or null when it can. */
    static @Nullable String unfit(String text) {
        if (text.length() > LONGEST_TEXT) {
            return "The text has " + text.length() + " characters; a fact of this kind has at most " + LONGEST_TEXT + ".";
        }
        return text.codePoints().anyMatch(Wording::refused) ? "The text has a character that cannot be shown." : null;
    }

    /** Whether this is an address on the web that can be kept. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST_TEXT && Codes.isAddress(text) && unfit(text) == null;
    }

    private static boolean refused(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t' && character != '\r';
        return control || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** The same without what cannot be shown. */
    static @Nullable String shown(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST_TEXT).map(c -> refused(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** A key or name in quotation marks, short enough for a sentence. */
    static String quoted(String key) {
        String shown = String.valueOf(shown(key)).replace('\n', ' ');
        return "\"" + (shown.length() > LONGEST_KEY ? shown.substring(0, shown.offsetByCodePoints(0,
                Math.min(LONGEST_KEY, shown.codePointCount(0, shown.length())))) + "…" : shown) + "\"";
    }
}
