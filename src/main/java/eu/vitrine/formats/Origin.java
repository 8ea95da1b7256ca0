package eu.vitrine.formats;

import eu.vitrine.facts.Day;
import org.jspecify.annotations.Nullable;

/**
 * Where a file comes from, as far as the person who brings it knows. What the file says of itself wins.
 *
 * @param url address it was fetched from; becomes the source of its facts where the file names none
 * @param date day, month or year it was published; becomes the date of its facts where the file names none
 */
public record Origin(@Nullable String url, @Nullable Day date) {

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin(null, null);
}
