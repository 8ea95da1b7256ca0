package eu.vitrine.assessment;

/**
 * A fact that would settle something about several models.
 *
 * @param fact its id
 * @param models in how many latest assessments it is open
 * @param findings on how many findings it bears in all
 */
public record OpenFact(String fact, int models, int findings) {}
