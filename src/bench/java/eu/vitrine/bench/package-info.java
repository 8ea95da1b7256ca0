/**
 * Measures how fast the product is, in one run and beside other ways of doing the same. Compiled and run by the Maven profile {@code bench}
 * only; nothing in the product or its tests refers to it.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.bench;
