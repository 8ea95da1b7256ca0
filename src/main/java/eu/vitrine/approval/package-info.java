/**
 * Requests to allow a use, the decisions of a second person on them, and the verdict that follows for whoever asks. A decision
 * rests on stored assessments and on nothing else; a verdict is derived anew each time it is read.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.approval;
