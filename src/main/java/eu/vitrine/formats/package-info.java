/**
 * Reads records out of formats that others made (model cards, bills of materials, indices, tables) and writes some of them.
 * Promises that what a file does not plainly say does not become a fact, and that everything left out is named with its place.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.formats;
