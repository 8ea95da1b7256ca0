/**
 * The way of record files into the registry: read, checked and saved as one, or refused with every problem by file and line.
 * Promises that of a call with anything wrong in it nothing is saved.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.intake;
