package eu.vitrine.assessment;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import java.util.List;

/**
 * A live evaluation of the records as they are now. It is not kept, so nobody can cite it.
 *
 * @param files the records that were read, the one evaluated first
 */
public record Preview(PolicySet set, List<RecordFile> files, Subject subject, Evaluation evaluation) {

    /** The record that was evaluated. */
    public RecordFile record() {
        return files.getFirst();
    }
}
