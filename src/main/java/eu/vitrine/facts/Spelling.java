package eu.vitrine.facts;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that somebody probably meant. */
public final class Spelling {

    private Spelling() {}

    /** A sentence that refuses a word and names the nearest known one, where one is near. */
    public static String unknown(String what, String word, Collection<String> known) {
        return "the " + what + " \"" + word + "\" is not known here" + advice(word, known);
    }

    /** A sentence that refuses a word where only these few fit, and names them. */
    public static String noneOf(String word, Collection<String> choices) {
        return "\"" + word + "\" is none of " + choices + advice(word, choices);
    }

    /** The end of a sentence that names the nearest known word; empty where none is near. */
    public static String advice(String word, Collection<String> known) {
        return nearest(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
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

    /** Letters to add, drop, replace or exchange with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
