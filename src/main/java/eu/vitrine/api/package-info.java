/**
 * Conventions of the endpoints under {@code /api/}: every error is an RFC 9457 problem in JSON with a trace id.
 * Promises that no answer carries a stack trace, a class name or SQL.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.api;
