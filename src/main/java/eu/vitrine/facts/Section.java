package eu.vitrine.facts;

import java.util.List;

/**
 * Facts that belong together on a form page and in a dossier.
 *
 * @param id name of its file
 * @param kind kind of record
 * @param order position within the product
 * @param label heading
 * @param intro what it is about and why it matters, in one sentence
 * @param facts in the order a person would ask
 */
public record Section(String id, Kind kind, int order, String label, String intro, List<FactDeclaration> facts) {
    public Section {
        facts = List.copyOf(facts);
    }
}
