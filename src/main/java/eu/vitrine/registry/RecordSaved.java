package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import org.jspecify.annotations.Nullable;

/**
 * Said within the transaction in which a revision was written. A listener that fails undoes the save.
 *
 * @param revision the revision written
 * @param file what it says
 * @param before what the revision before said; null for the first
 */
public record RecordSaved(Revision revision, RecordFile file, @Nullable RecordFile before) {}
