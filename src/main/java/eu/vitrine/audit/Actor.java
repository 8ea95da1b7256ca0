package eu.vitrine.audit;

/**
 * Who acted.
 *
 * @param id stable identity, at most 64 characters; never a name that may change
 * @param name the name at the time of the act, for reading
 */
public record Actor(String id, String name) {

    /** Vitrine itself, acting without a person. */
    public static final Actor SYSTEM = new Actor("system", "Vitrine");

    /** Someone who has not signed in. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "Not signed in");
}
