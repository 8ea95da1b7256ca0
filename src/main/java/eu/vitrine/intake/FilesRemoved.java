package eu.vitrine.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was uploaded is kept for a time only, and the time is over; the report of the import stays. */
@ResponseStatus(HttpStatus.GONE)
class FilesRemoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilesRemoved(Instant at) {
        super("The files of the import were removed on " + at.atOffset(ZoneOffset.UTC).toLocalDate() + "; its report stays. Upload them again.");
    }
}
