package eu.vitrine.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where a record stands in a list.
 *
 * @param key the number that the list is ordered by, a moment in microseconds or a figure; null in order of names, and where it is
 *     not known
 * @param sortName its name to sort by, unique within a kind
 */
record ListPlace(@Nullable Double key, String sortName) {}
