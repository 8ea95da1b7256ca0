/**
 * Gathers facts, evaluates them by the policy set and keeps the numbered assessments; shows models, uses,
 * findings and the policy book, and brings policy sets into force.
 * Promises that a stored assessment never changes and that what is shown of it was proved against its bytes.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.assessment;
