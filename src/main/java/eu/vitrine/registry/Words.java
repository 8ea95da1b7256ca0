package eu.vitrine.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a text search, all of which must occur. */
final class Words {

    private static final String WHITE = "[\\s\\p{Z}]+";
    /** More words than anybody types; what comes after them is not compared. */
    private static final int MOST = 12;

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(WHITE)).filter(word -> !word.isEmpty()).limit(MOST).toList();
    }

    /** A pattern that fits every text in which the word occurs. */
    static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Compares the words of a row of the index with the pattern of this parameter. */
    static String like(String alias, String parameter) {
        return alias + ".fact_id = '" + HeadIndex.WORDS + "' AND " + alias + ".words LIKE :" + parameter + " ESCAPE '!'";
    }
}
