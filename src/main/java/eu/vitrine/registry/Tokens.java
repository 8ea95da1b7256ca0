package eu.vitrine.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words as a search compares them: runs of letters and digits without case and accents. Of a script that writes without spaces
 * each character is a word.
 */
final class Tokens {

    /** Longest word kept; of a longer one only the beginning is compared. */
    private static final int LONGEST = 60;
    /** More words than anybody types; what comes after them is not compared. */
    private static final int MOST_ASKED = 12;

    private Tokens() {}

    /** Without case and accents; control characters become spaces. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replaceAll("\\p{Cntrl}", " ").toLowerCase(Locale.ROOT);
    }

    /** The different words somebody looks for, in order; a record fits where each begins one of its words. */
    static List<String> asked(String text) {
        return runs(text).stream().map(Tokens::word).distinct().limit(MOST_ASKED).toList();
    }

    /** The words of a text, whole, and in pieces where digits or a capital begin: DeepSeek is found by "seek", Qwen2 by "2". */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String run : runs(text)) {
            words.add(word(run));
            int begin = 0;
            for (int i = 1; i < run.length(); i++) {
                if (splits(run.charAt(i - 1), run.charAt(i))) {
                    words.add(word(run.substring(begin, i)));
                    begin = i;
                }
            }
            words.add(word(run.substring(begin)));
        }
        words.remove("");
        return words;
    }

    /** All letters and digits of a name as one word, so that GPT-4o is found by "gpt4o". */
    static String squeezed(String name) {
        return word(String.join("", runs(name)));
    }

    private static boolean splits(char before, char after) {
        return Character.isDigit(before) != Character.isDigit(after) || Character.isLowerCase(before) && Character.isUpperCase(after);
    }

    private static String word(String run) {
        String folded = folded(run);
        if (folded.length() <= LONGEST) {
            return folded;
        }
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(point -> {
            boolean alone = Character.isIdeographic(point);
            if (alone || !Character.isLetterOrDigit(point) && !isMark(point)) {
                end(run, runs);
            }
            if (alone) {
                runs.add(Character.toString(point));
            } else if (Character.isLetterOrDigit(point) || isMark(point) && !run.isEmpty()) {
                run.appendCodePoint(point);
            }
        });
        end(run, runs);
        return runs;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void end(StringBuilder run, List<String> runs) {
        if (!run.isEmpty()) {
            runs.add(run.toString());
            run.setLength(0);
        }
    }

    /** The least text after all that begin so, in the order of both databases; the greatest text where there is none. */
    static String after(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        String before = prefix.substring(0, prefix.length() - Character.charCount(last));
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return last == Character.MAX_CODE_POINT ? prefix + Character.toString(last) : before + Character.toString(next);
    }
}
