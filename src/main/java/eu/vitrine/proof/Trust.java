package eu.vitrine.proof;

import java.util.List;

/**
 * What somebody who verifies a log holds of their own, from outside the log.
 *
 * @param keys public keys of the log, obtained from its administrator and not from the export; may be empty
 * @param checkpoints kept elsewhere, such as files of the folder of checkpoints; may be empty
 */
public record Trust(List<VerifierKey> keys, List<SignedNote> checkpoints) {

    public Trust {
        keys = List.copyOf(keys);
        checkpoints = List.copyOf(checkpoints);
    }
}
