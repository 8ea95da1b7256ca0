package eu.vitrine.assessment;

import eu.vitrine.policy.PolicySet;

/**
 * A policy set with the files it was read from.
 *
 * @param files with the cases, where they are known
 */
record KeptSet(PolicySet set, PolicyFiles files) {

    PolicySet.Identity identity() {
        return set.identity();
    }
}
