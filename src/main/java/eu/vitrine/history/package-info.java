/**
 * What changed between revisions and between assessments, what that does to the answers, and bringing earlier revisions back.
 * Promises that nothing that differs between two revisions is left out of their comparison.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.history;
