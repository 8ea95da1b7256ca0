package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Kind;

/**
 * A record to be saved.
 *
 * @param file its whole content, in the shape in which {@link Edition} gives it
 * @param expected the revision it rests on; 0 for a record that must be new
 */
public record Saving(Kind kind, RecordFile file, int expected) {}
