package eu.vitrine.dossier;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import java.util.Locale;

/** Names of countries and languages in English, with their codes where precision matters. */
final class Places {

    private Places() {}

    /** The country of a code, or the code itself where it is no country, such as EU. */
    static String country(String code) {
        String name = code.length() == 2 ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : code;
        return name.isEmpty() ? code : name;
    }

    /** The language of a tag, or the tag itself. */
    static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    /** An element of such a fact by its name and code; other elements as their choices say. */
    static String named(FactDeclaration declaration, String code) {
        FactType type = declaration.type() == FactType.LIST ? declaration.element() : declaration.type();
        String name = type == FactType.COUNTRY ? country(code) : type == FactType.LANGUAGE ? language(code)
                : declaration.choices().getOrDefault(code, code);
        return name.equals(code) || type != FactType.COUNTRY && type != FactType.LANGUAGE ? name : name + " (" + code + ")";
    }
}
