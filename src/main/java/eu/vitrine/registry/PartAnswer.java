package eu.vitrine.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a provider, licence or service says first.
 *
 * @param leadKey message of its first sentence
 * @param leadArgs values for the message
 * @param points what comes next
 */
public record PartAnswer(String leadKey, List<String> leadArgs, List<Point> points) {

    public PartAnswer {
        leadArgs = List.copyOf(leadArgs);
        points = List.copyOf(points);
    }

    /**
     * @param labelKey message of the label, or null where the label is a word of the vocabulary
     * @param label label of a fact; empty where there is a message
     * @param words one or several answers, each for itself
     */
    public record Point(@Nullable String labelKey, String label, List<String> words) {

        public Point {
            words = List.copyOf(words);
        }
    }
}
