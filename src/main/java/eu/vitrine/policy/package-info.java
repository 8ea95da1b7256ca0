/**
 * Reads, checks and evaluates policy sets, and scores. Pure: facts, a policy set and a date give findings, and nothing else
 * is read.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.policy;
