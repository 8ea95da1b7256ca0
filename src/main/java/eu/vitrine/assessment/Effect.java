package eu.vitrine.assessment;

import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.RecordName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of one record does to the answers about that record and those that read it, by the policy set in force and the
 * law of today.
 *
 * @param records those of which an answer changes, the record itself first
 * @param looked how many records were evaluated
 * @param more how many further records read it and were not evaluated
 * @param decisive the changed facts, and names of changed references, that matter for what changes; see {@link Effects}
 */
public record Effect(List<OfRecord> records, int looked, int more, Set<String> decisive) {

    /**
     * The answers that change about one record.
     *
     * @param points those of points of an annex and of ways to demonstrate duties, which do not count beside their duty
     */
    public record OfRecord(RecordName record, List<Deviation> deviations, List<Deviation> points) {

        public OfRecord {
            deviations = List.copyOf(deviations);
            points = List.copyOf(points);
        }

        static OfRecord of(RecordName record, List<Deviation> all, PolicySet set) {
            Map<Boolean, List<Deviation>> parted = all.stream().collect(Collectors.partitioningBy(one -> isInside(one, set)));
            return new OfRecord(record, parted.get(false), parted.get(true));
        }
    }

    /** A point of an annex counts inside its duty, and a way to demonstrate duties is never a gap of its own. */
    static boolean isInside(Deviation deviation, PolicySet set) {
        return set.policy(deviation.policy()).filter(policy -> policy.partOf() != null || policy.role() == Policy.Role.ROUTE).isPresent();
    }

    public Effect {
        records = List.copyOf(records);
        decisive = Set.copyOf(decisive);
    }

    /** How many findings, use rights and rules of ours moved this way, over all records; classifications, points of an annex and ways to demonstrate duties are not counted. */
    public int count(Turn turn) {
        return count(deviations(), turn);
    }

    /** The same of these answers. */
    public static int count(Stream<Deviation> deviations, Turn turn) {
        return (int) deviations.filter(one -> one.about() != Deviation.About.CLASSIFICATION && one.turn() == turn).count();
    }

    private Stream<Deviation> deviations() {
        return records.stream().flatMap(record -> record.deviations().stream());
    }
}
