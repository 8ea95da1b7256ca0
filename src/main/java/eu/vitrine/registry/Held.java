package eu.vitrine.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as lists hold it.
 *
 * @param number its place in sets of records of its kind; it keeps it
 * @param micros when its head was saved, in microseconds since 1970
 */
record Held(int number, UUID id, String slug, String name, String sortName, long micros, @Nullable String unit) {

    Instant changedAt() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
