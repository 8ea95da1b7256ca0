/**
 * Findings about how a model behaves, as records with versions, review and status; what was tested and what was not.
 * Promises that a claim of others is never shown as a measurement, and that not tested is said in words.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.censorship;
