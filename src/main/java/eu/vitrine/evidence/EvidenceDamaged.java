package eu.vitrine.evidence;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The file kept for an item is missing or no longer has its hash; it is not handed out. */
@ResponseStatus(HttpStatus.CONFLICT)
public class EvidenceDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fileName;

    EvidenceDamaged(String fileName, Damage damage) {
        super("The file \"" + fileName + "\" is not handed out: what is kept of it is " + damage.words() + ".");
        this.fileName = fileName;
    }

    /** The file as it was called. */
    public String fileName() {
        return fileName;
    }
}
