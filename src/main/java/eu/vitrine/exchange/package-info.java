/**
 * Reads and writes record formats, with every problem of a file named by line and column, and gathers what a record refers to.
 * Pure: knows no framework, database or clock.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.exchange;
