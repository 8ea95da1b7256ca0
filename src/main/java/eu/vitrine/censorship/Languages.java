package eu.vitrine.censorship;

import eu.vitrine.facts.Codes;
import org.springframework.stereotype.Component;

/** Names of languages; templates know it as {@code @languages}. */
@Component
public class Languages {

    /** The name of a language in English; the code where it has none. */
    public String name(String code) {
        return Codes.language(code);
    }
}
