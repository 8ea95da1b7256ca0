package eu.vitrine.policy;

import eu.vitrine.facts.Located;

/** Gives the checked form of a condition: compiled from its text, or prepared when the product was built. */
interface Expressions {

    /** Types that an expression can have. */
    enum Type {
        BOOLEAN,
        INTEGER,
        NUMBER,
        DATE,
        TEXT
    }

    /**
     * The checked form.
     *
     * @param element name of a text variable that it may use, or empty
     */
    Expr read(Located.Scalar text, Type type, String element) throws InvalidCondition;
}
