package eu.vitrine.assessment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A stored assessment cannot be shown as what it is; nothing else is shown in its place. */
@ResponseStatus(HttpStatus.CONFLICT)
public class NotAsStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** Its bytes do not have the hash they were stored with. */
        ALTERED,
        /** Its bytes are intact, and this release answers otherwise from the same records and rules. */
        OTHER_RELEASE
    }

    private final String slug;
    private final int number;
    private final Fault fault;

    NotAsStored(AssessmentLine line, Fault fault) {
        super("Assessment " + line.number() + " of \"" + line.slug() + "\" cannot be shown: " + (fault == Fault.ALTERED
                ? "its bytes do not have the hash they were stored with."
                : "from the same records and rules this release gives another answer. The stored answer is kept."));
        this.slug = line.slug();
        this.number = line.number();
        this.fault = fault;
    }

    public String slug() {
        return slug;
    }

    public int number() {
        return number;
    }

    public Fault fault() {
        return fault;
    }
}
