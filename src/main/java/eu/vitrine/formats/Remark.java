package eu.vitrine.formats;

import org.jspecify.annotations.Nullable;

/**
 * Something about a file that its reader wants a person to know.
 *
 * @param weight what it means for the import
 * @param place where
 * @param record slug of the record concerned, or null where it concerns the file
 * @param fact id of the fact concerned, or null
 * @param value what stands there, shortened to 200 characters; null where nothing does
 * @param problem what is wrong with it or why it was left out, in a sentence
 * @param remedy what a person can do about it, in a sentence; null where nothing needs doing
 */
public record Remark(Weight weight, Place place, @Nullable String record, @Nullable String fact, @Nullable String value,
        String problem, @Nullable String remedy) {

    private static final int MOST = 200;

    /** What a remark means for the import. */
    public enum Weight {
        /** The file, or the whole record, cannot be used. */
        REJECTED,
        /** The field is wrong and was left out; the record is used without it. */
        FIELD_LEFT_OUT,
        /** Not taken as a fact because it is a placeholder, a guess, a comment, or has no place in the vocabulary. */
        NOT_A_FACT
    }

    public Remark {
        if (value != null && value.length() > MOST) {
            value = value.substring(0, value.offsetByCodePoints(0, Math.min(MOST, value.codePointCount(0, value.length())) - 1)) + "…";
        }
    }
}
