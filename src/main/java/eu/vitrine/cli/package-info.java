/**
 * Commands over files: the pure packages at work without server and database. Each ends with the exit status of its contract.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.cli;
