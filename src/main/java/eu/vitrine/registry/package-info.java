/**
 * The six kinds of record with their revisions, each kept as the bytes it was saved as. Promises that a revision never
 * changes, that its audit event is stored with it or neither is, and that whatever is pinned can be read again.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.registry;
