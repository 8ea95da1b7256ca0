package eu.vitrine.registry;

/**
 * How many records fit.
 *
 * @param count how many are counted
 * @param exact whether that is all; otherwise there are more
 */
public record ListTotal(long count, boolean exact) {}
