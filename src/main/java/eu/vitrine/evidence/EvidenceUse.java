package eu.vitrine.evidence;

import java.util.List;

/**
 * Answers where bytes are attached. Packages above that attach evidence implement it as a bean; what any of them holds is neither
 * removed nor swept.
 */
public interface EvidenceUse {

    /** Whether anything refers to these bytes, now or in an earlier revision, whoever asks. */
    boolean holds(String sha256);

    /** Where they are attached, as far as the present person may see it. */
    List<Place> places(String sha256);

    /**
     * @param label what it is attached to, for people
     * @param path page of it, beginning with a slash
     */
    record Place(String label, String path) {}
}
