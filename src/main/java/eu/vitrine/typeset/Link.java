package eu.vitrine.typeset;

/**
 * A link in the text.
 *
 * @param target an http or https address, or {@code #} and the name of a place
 * @param tag the Link tag that all its parts stand in
 * @param label what it says, for readers that list links; empty where it says the page it leads to
 */
record Link(String target, Tag tag, String label) {}
