package eu.vitrine.facts;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that somebody probably meant. */
public final class Spelling {

    private Spelling() {}

    /** A sentence that refuses a word and names the nearest known one, where one is near. */
    public static String unknown(String what, String word, Collection<String> known) {
        return "the " + what + " \"" + word + "\" is not known here"
                + nearest(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    }

    /** The known word nearest to this one, or empty when all differ in more than about a third of their letters. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String start = word.length() > 200 ? word.substring(0, 200) : word;
        int least = Math.max(1, start.length() / 3) + 1;
        String best = null;
        // in alphabetical order, so that the advice does not depend on the order of a set
        for (String candidate : new TreeSet<>(known)) {
            int distance = distance(start, candidate);
            if (distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein distance over letters. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
