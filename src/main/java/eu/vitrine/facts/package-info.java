/**
 * Declares the vocabulary and holds typed facts with their states. Pure: knows no framework, database or clock.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.facts;
