/**
 * The chained audit log: every change that matters is recorded in the transaction that makes it, or the change fails.
 * Promises a sequence without gaps and a hash chain that shows any later edit, removal or exchange of an event.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.audit;
