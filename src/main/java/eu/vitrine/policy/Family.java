package eu.vitrine.policy;

/** Families of rules, never mixed in one number. */
public enum Family {
    /** Duties of the one who places the model on the market. */
    DUTY,
    /** Duties of ours. */
    OUR_DUTY,
    /** Whether licence and terms let us use it so. */
    USE_RIGHT,
    /** Our own rules, beyond the law. */
    HOUSE_RULE,
    /** Ways to demonstrate duties. */
    ROUTE
}
