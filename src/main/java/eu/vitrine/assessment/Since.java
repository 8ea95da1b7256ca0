package eu.vitrine.assessment;

import java.util.List;

/**
 * What has changed since an assessment that somebody relies on.
 *
 * @param material what may change an answer: a fact that a rule read, what it is shown by, a record that appeared, or a set of
 *     policies that answers otherwise
 * @param other everything else that changed in the records that were read
 */
public record Since(List<Moved> material, List<Moved> other) {

    public Since {
        material = List.copyOf(material);
        other = List.copyOf(other);
    }

    public boolean isNothing() {
        return material.isEmpty() && other.isEmpty();
    }
}
