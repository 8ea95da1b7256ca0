package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a list.
 *
 * @param parameter its name in addresses
 * @param key the fact or reference compared
 * @param fact the fact, or null for a reference that is none
 * @param to kind of record whose slugs it takes, or null
 */
record ListField(String parameter, String key, @Nullable FactDeclaration fact, Form form, @Nullable Kind to) {

    /** What a filter can be asked. */
    enum Form {
        /** One of the values that the vocabulary names. */
        CHOICE,
        /** A country or language. */
        CODE,
        /** The slug of a record. */
        REFERENCE,
        /** Text; mostly asked whether it is known at all. */
        TEXT,
        /** A number, at least or at most. */
        NUMBER,
        /** A date, from or to. */
        DATE;

        boolean isRange() {
            return this == NUMBER || this == DATE;
        }
    }

    static ListField of(String parameter, FactDeclaration fact) {
        FactType type = fact.element() == null ? fact.type() : fact.element();
        Form form = switch (type) {
            case BOOLEAN, CHOICE -> Form.CHOICE;
            case COUNTRY, LANGUAGE -> Form.CODE;
            case REFERENCE -> Form.REFERENCE;
            case DATE -> Form.DATE;
            case INTEGER, DECIMAL, QUANTITY, MONEY -> Form.NUMBER;
            case TEXT, URL, LIST, TABLE -> Form.TEXT;
        };
        return new ListField(parameter, fact.id(), fact, form, form == Form.REFERENCE ? fact.refersTo() : null);
    }

    static ListField of(String reference, Kind to) {
        return new ListField(to.code(), reference, null, Form.REFERENCE, to);
    }

    /** Name of the parameter with the lower end of a range. */
    String least() {
        return parameter + (form == Form.DATE ? ".from" : ".min");
    }

    /** Name of the parameter with the upper end of a range. */
    String most() {
        return parameter + (form == Form.DATE ? ".to" : ".max");
    }
}
