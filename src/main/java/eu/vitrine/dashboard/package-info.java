/**
 * The home page and what it leads to: where the models stand together, what comes next, what to find out first.
 * Promises to hold nothing of its own: everything is asked of the front doors below.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.dashboard;
