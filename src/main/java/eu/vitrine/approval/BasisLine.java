package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;

/**
 * An assessment that a request rests on.
 *
 * @param sha256 SHA-256 of its evaluation
 */
public record BasisLine(Kind kind, String slug, int number, String sha256) {

    /** Path of the page of the assessment. */
    public String path() {
        return RecordName.pathOf(kind, slug) + "/assessments/" + number;
    }
}
