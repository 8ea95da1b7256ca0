package eu.vitrine.dossier;

/**
 * A drawing for a page or a dossier.
 *
 * @param svg well-formed SVG of the subset that {@code typeset} paints; colours follow the surrounding text or can be set by
 *     class, and nothing in it is told by colour alone
 * @param alternative everything it shows, in words; also inside the drawing as its label
 */
public record Figure(String svg, String alternative) {}
