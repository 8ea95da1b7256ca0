package eu.vitrine.censorship;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no finding of that identity, or the caller may not know of it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchFinding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchFinding(UUID id) {
        super("There is no finding " + id + ".");
    }
}
