/**
 * Reads, checks and evaluates policy sets, scores, and explains answers. Pure: facts, a policy set and a date give an
 * evaluation, and nothing else is read.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.policy;
