package eu.vitrine.facts;

/** Whether a list or table is known to hold everything. A statement about all rows of any but a complete one is unknown. */
public enum Completeness {
    COMPLETE,
    INCOMPLETE,
    NOT_KNOWN
}
