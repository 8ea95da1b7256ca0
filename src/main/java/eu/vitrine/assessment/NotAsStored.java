package eu.vitrine.assessment;

/** A stored assessment does not give what its bytes say: they were changed, or the engine of another release answers differently. */
public class NotAsStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAsStored(AssessmentLine line, String what) {
        super("Assessment " + line.number() + " of \"" + line.slug() + "\": " + what);
    }
}
