package eu.vitrine.dossier;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;

/** Names of countries and languages in English, with their codes where precision matters. */
final class Places {

    private Places() {}

    /** An element of such a fact by its name and code; other elements as their choices say. */
    static String named(FactDeclaration declaration, String code) {
        FactType type = declaration.type() == FactType.LIST ? declaration.element() : declaration.type();
        String name = type == FactType.COUNTRY ? Codes.country(code) : type == FactType.LANGUAGE ? Codes.language(code)
                : declaration.choices().getOrDefault(code, code);
        return name.equals(code) || type != FactType.COUNTRY && type != FactType.LANGUAGE ? name : name + " (" + code + ")";
    }
}
