/**
 * Reads and writes record formats: bytes to records and back, with every problem of a file named by line and column.
 * Pure: knows no framework, database or clock.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.exchange;
