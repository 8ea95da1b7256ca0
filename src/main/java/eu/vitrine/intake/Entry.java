package eu.vitrine.intake;

import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.facts.Kind;
import eu.vitrine.formats.Place;
import eu.vitrine.registry.RecordName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one record, as the dry run found it.
 *
 * @param expected the revision this rests on; 0 for a new record
 * @param place where the record stands in the file
 * @param written the revision written, once it is
 * @param matched by what the record was found, for people; null for the short name in the file
 */
record Entry(int position, Kind kind, String slug, String name, Outcome outcome, int expected, Place place, List<Change> changes,
        @Nullable Integer written, @Nullable String matched) {

    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * What would become of one fact, name or reference.
     *
     * @param what id of the fact, or name of the attribute
     * @param label for people
     * @param before what is recorded, in words; null where nothing is
     * @param after what the file says, in words
     * @param place where the file says so, where that is known
     */
    record Change(RecordMerge.Manner manner, String what, String label, @Nullable String before, String after, @Nullable Place place) {

        /** Whether the file stands beside what is recorded. */
        public boolean isFurther() {
            return manner == RecordMerge.Manner.KEPT_CONFIRMED || manner == RecordMerge.Manner.KEPT_OTHER_SOURCE;
        }

        /** Whether this is about a fact. */
        public boolean isFact() {
            return what.indexOf('.') > 0;
        }
    }

    public String path() {
        return RecordName.pathOf(kind, slug);
    }
}
