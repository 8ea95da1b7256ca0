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
     * @param kind code of the kind of the record that it says something about
     * @param slug short name of that record
     */
    record Place(String label, String path, String kind, String slug) {}
}
