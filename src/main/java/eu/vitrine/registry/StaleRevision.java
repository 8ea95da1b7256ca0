package eu.vitrine.registry;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody saved the record since the caller read it, or created it meanwhile; nothing was saved. */
@ResponseStatus(HttpStatus.PRECONDITION_FAILED)
public class StaleRevision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Revision present;
    private final int expected;

    StaleRevision(Revision present, int expected) {
        super("The " + present.pin().kind().code() + " \"" + present.pin().slug() + "\" is at revision " + present.pin().number() + ", saved by "
                + present.by().name() + "; your change rests on " + (expected == 0 ? "there being no such record" : "revision " + expected)
                + ". Read it again and decide.");
        this.present = present;
        this.expected = expected;
    }

    /** What is the head now, with who saved it and when. */
    public Revision present() {
        return present;
    }

    /** The revision the caller had read; 0 for a record that should have been new. */
    public int expected() {
        return expected;
    }
}
