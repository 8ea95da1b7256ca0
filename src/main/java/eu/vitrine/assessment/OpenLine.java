package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;

/**
 * A fact to find out.
 *
 * @param findings how many findings it bears on
 */
public record OpenLine(FactDeclaration fact, int findings) {}
