package eu.vitrine.formats;

import org.jspecify.annotations.Nullable;

/**
 * Something of a record for which a format that others made has no place.
 *
 * @param part slug of the provider, licence or service it belongs to; null for the model itself
 * @param fact id of the fact; of what is no fact the key of the interchange format, such as {@code findings}
 * @param kept whether the export holds it all the same, in a property that nobody but this product reads
 * @param reason why the format cannot say it, in a sentence
 */
public record NotCarried(@Nullable String part, String fact, boolean kept, String reason) {}
