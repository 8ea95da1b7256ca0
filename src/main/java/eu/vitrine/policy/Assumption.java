package eu.vitrine.policy;

import java.util.List;

/**
 * One of the closed list of assumptions: it stands in for a fact that nobody has found yet. It may move a date or open the door of applicability;
 * it never yields MET, NOT_MET or EXEMPT and never narrows a score.
 *
 * @param index position in the list; its bit is {@code 1 << index}
 * @param id for example {@code PLACED_ON_RELEASE}
 * @param wording what is assumed, as a sentence
 * @param basis where it comes from
 * @param direction whom it favours
 * @param standsFor ids of the facts that would take its place
 */
public record Assumption(int index, String id, String wording, String basis, String direction, List<String> standsFor) {

    int bit() {
        return 1 << index;
    }
}
