/**
 * Determinations: what a person judged where a rule cannot, with reason and sources, confirmed by a second person. They stand beside the
 * answer of the rule, and where a rule asks for the judgement they become a fact that it reads.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.determination;
