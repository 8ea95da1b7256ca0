package eu.vitrine.intake;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such import, or one of its records may not be known of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchImport(UUID id) {
        super("There is no import " + id + ".");
    }
}
