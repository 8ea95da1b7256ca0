package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds words that occur and are like a word that does not: one or two slips away, with the same first letter. */
@Component
class NearWords {

    /** Rows looked through for words with a first letter. */
    private static final int MOST = 30_000;
    /** Shorter words have no near ones that mean anything. */
    private static final int SHORTEST = 3;

    private final JdbcClient jdbc;

    NearWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words with those that occur nowhere replaced; empty where all occur, or nothing is near one of them. */
    Optional<String> instead(Kind kind, List<String> words) {
        var instead = new ArrayList<String>();
        for (String word : words) {
            if (occurs(kind, word)) {
                instead.add(word);
            } else {
                var near = nearest(kind, word);
                if (near.isEmpty()) {
                    return Optional.empty();
                }
                instead.add(near.get());
            }
        }
        return instead.equals(words) ? Optional.empty() : Optional.of(String.join(" ", instead));
    }

    private boolean occurs(Kind kind, String word) {
        return !jdbc.sql("SELECT 1 FROM registry_word WHERE kind = :kind AND word >= :word AND word < :after FETCH FIRST 1 ROWS ONLY")
                .params(range(kind, word)).query(Integer.class).list().isEmpty();
    }

    private Optional<String> nearest(Kind kind, String word) {
        if (word.length() < SHORTEST) {
            return Optional.empty();
        }
        int allowed = word.length() <= 5 ? 1 : 2;
        record Near(String word, int slips) {}
        return jdbc.sql("SELECT DISTINCT c.word FROM (SELECT word FROM registry_word WHERE kind = :kind AND word >= :word AND word < :after"
                        + " FETCH FIRST " + MOST + " ROWS ONLY) c")
                .params(range(kind, word.substring(0, word.offsetByCodePoints(0, 1)))).query(String.class).stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= allowed)
                .map(other -> new Near(other, slips(word, other))).filter(other -> other.slips() <= allowed)
                .min(Comparator.comparingInt(Near::slips).thenComparing(Near::word)).map(Near::word);
    }

    private static Map<String, Object> range(Kind kind, String begin) {
        return Map.of("kind", kind.name(), "word", begin, "after", Tokens.after(begin));
    }

    /** How many letters must be put in, left out, replaced or exchanged with their neighbour (optimal string alignment). */
    static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + same);
                boolean exchanged = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
                if (exchanged) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[one.length()][other.length()];
    }
}
