/**
 * Who may do what: users and their roles, one-time set-up, sign-in, the current actor, and the one table of routes.
 * Promises that what the table does not name is refused, and that every act on users stands in the audit log.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.access;
