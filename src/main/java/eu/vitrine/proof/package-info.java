/**
 * The mathematics of an audit log that proves itself: Merkle tree, signed checkpoints, and the verification of an export (pure).
 * Promises the same answer in the server, on the command line, and to anybody who writes a verifier of their own after docs/audit-log.md.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.proof;
