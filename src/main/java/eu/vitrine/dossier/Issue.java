package eu.vitrine.dossier;

import eu.vitrine.policy.Evaluation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes one issue of a dossier: what it rests on, and when it was made.
 *
 * @param assessment number of the stored assessment; null for a preview, which nobody can cite
 * @param revision number of the record's revision; null where the record was read from a file
 * @param issued moment of issue, given from outside and never read from a clock here
 * @param product version of the product, for people
 * @param decided what was decided on the use; null where nobody has decided, or the dossier is of an assessment alone
 * @param determined what persons determined beside the answers, as it stood on the day of issue
 */
public record Issue(@Nullable Integer assessment, @Nullable Integer revision, Instant issued, String product, @Nullable Decided decided,
        List<Determined> determined) {

    public Issue {
        determined = List.copyOf(determined);
    }

    /** An issue beside whose answers nobody determined anything. */
    public Issue(@Nullable Integer assessment, @Nullable Integer revision, Instant issued, String product, @Nullable Decided decided) {
        this(assessment, revision, issued, product, decided, List.of());
    }

    /** An issue of what is known, without a decision. */
    public Issue(@Nullable Integer assessment, @Nullable Integer revision, Instant issued, String product) {
        this(assessment, revision, issued, product, null);
    }

    /**
     * The issue of a record read from a file. It is dated with the day the law was read for, at midnight UTC, so that the same
     * file gives the same bytes on every day.
     */
    public static Issue ofFile(Evaluation evaluation, String product) {
        return new Issue(null, null, evaluation.asOf().atStartOfDay(ZoneOffset.UTC).toInstant(), product);
    }
}
