package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
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
    private final transient AssessmentLine line;

    NotAsStored(AssessmentLine line, Fault fault) {
        super("Assessment " + line.number() + " of \"" + line.slug() + "\" cannot be shown: " + (fault == Fault.ALTERED
                ? "its bytes do not have the hash they were stored with."
                : "from the same records and rules this release gives another answer. The stored answer is kept."));
        this.slug = line.slug();
        this.number = line.number();
        this.fault = fault;
        this.line = line;
    }

    /** The assessment that cannot be shown. */
    AssessmentLine line() {
        return line;
    }

    /** Path of the page of what was assessed. */
    public String recordPath() {
        return line.recordPath();
    }

    /** Path of the page of the assessment. */
    public String path() {
        return line.path();
    }

    /** Whether a model was assessed; only models have previews of other days, a history of their own and dossiers. */
    public boolean isOfModel() {
        return line.kind() == Kind.MODEL;
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
