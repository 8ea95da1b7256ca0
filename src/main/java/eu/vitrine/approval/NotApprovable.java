package eu.vitrine.approval;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something stands in the way of an approval; nothing was done. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class NotApprovable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Blocker> blockers;

    NotApprovable(String use, List<Blocker> blockers) {
        super("The use \"" + use + "\" cannot be approved: " + String.join("; ", blockers.stream().map(Blocker::code).toList()) + ".");
        this.blockers = List.copyOf(blockers);
    }

    List<Blocker> blockers() {
        return blockers;
    }
}
