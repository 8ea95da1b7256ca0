package eu.vitrine.censorship;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names of languages; templates know it as {@code @languages}. */
@Component
public class Languages {

    /** The name of a language in English; the code where it has none. */
    public String name(String code) {
        return Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH).isEmpty() ? code : Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
    }
}
