package eu.vitrine.access;

/**
 * A unit of the organisation.
 *
 * @param slug short name: small letters, digits and hyphens
 * @param name name for people
 */
public record Unit(String slug, String name) {}
