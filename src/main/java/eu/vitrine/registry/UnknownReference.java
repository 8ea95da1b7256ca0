package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A model names a provider, licence or service that is not in the registry; nothing was saved. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class UnknownReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReference(String model, Kind kind, String slug) {
        super("The model \"" + model + "\" names the " + kind.code() + " \"" + slug + "\", which is not in the registry; register it first, or name another.");
    }
}
