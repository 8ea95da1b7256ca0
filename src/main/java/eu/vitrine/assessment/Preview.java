package eu.vitrine.assessment;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;

/** A live evaluation of the records as they are now. It is not kept, so nobody can cite it. */
public record Preview(PolicySet set, RecordFile record, Subject subject, Evaluation evaluation) {}
