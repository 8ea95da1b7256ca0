package eu.vitrine.proof;

import org.jspecify.annotations.Nullable;

/**
 * A key as a log publishes it.
 *
 * @param handOver by which the key before it named it, or null for the first key and where the key before was lost
 */
public record LogKey(VerifierKey verifier, @Nullable SignedNote handOver) {}
