package eu.vitrine.audit;

import java.time.Instant;

/**
 * A checkpoint of the log.
 *
 * @param events how many events it covers
 * @param madeAt when it was signed
 * @param root of the Merkle tree over these events, in 64 hexadecimal digits
 * @param origin name of the log
 * @param note the signed note, as written outside the database
 * @param key the public key to verify it with, as name, id and key
 * @param outside whether its file stands in the folder of checkpoints
 */
public record KeptCheckpoint(long events, Instant madeAt, String root, String origin, String note, String key, boolean outside) {}
