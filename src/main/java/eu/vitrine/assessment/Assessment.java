package eu.vitrine.assessment;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.RevisionPin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored assessment: written once, never changed. What it holds was read from its own bytes and proved against them; nothing
 * of it comes from the registry.
 *
 * @param line number, day, who, hash
 * @param pins the revisions it read
 * @param set the policy set it was made by
 * @param record the record as it was
 * @param beside the further records that were read, of a use: what it refers to, and the organisation
 * @param lifecycle canonical JSON of the record that the pre-training run began with, or null where none was read
 * @param observations what others observed about the model, with its review as it was; null where it was not kept: of other records, and of
 *     assessments by earlier releases
 * @param subject the facts as they were read
 * @param evaluation what was found
 * @param replay how this release came to the same answers
 */
public record Assessment(
        AssessmentLine line,
        List<RevisionPin> pins,
        PolicySet set,
        RecordFile record,
        List<RecordFile> beside,
        byte @Nullable [] lifecycle,
        @Nullable List<Observation> observations,
        Subject subject,
        Evaluation evaluation,
        Replay replay) {

    public Assessment {
        pins = List.copyOf(pins);
        beside = List.copyOf(beside);
        observations = observations == null ? null : List.copyOf(observations);
    }

    public String slug() {
        return line.slug();
    }

    public int number() {
        return line.number();
    }

    /** Revision of the own record that was read. */
    public int revision() {
        return pins.getFirst().number();
    }
}
