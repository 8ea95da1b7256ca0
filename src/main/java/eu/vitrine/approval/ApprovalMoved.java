package eu.vitrine.approval;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A request was changed or closed since the person read it; nothing was done. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class ApprovalMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApprovalMoved(int number) {
        super("Request for approval " + number + " was changed or closed since you opened it. Open it again; nothing was done.");
    }
}
