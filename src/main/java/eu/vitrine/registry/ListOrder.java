package eu.vitrine.registry;

/**
 * In which order a list stands; equal records by name, and equal names by slug.
 *
 * @param by {@code name}, {@code changed}, or the id of a fact of the kind that is a number or a date; records in which it is not
 *     known come last
 * @param descending greatest first
 */
record ListOrder(String by, boolean descending) {

    static final String NAME = "name";
    static final String CHANGED = "changed";

    static final ListOrder BY_NAME = new ListOrder(NAME, false);

    /** As in an address: {@code -changed} has the newest first. */
    String code() {
        return descending ? "-" + by : by;
    }

    boolean isByFact() {
        return !by.equals(NAME) && !by.equals(CHANGED);
    }
}
