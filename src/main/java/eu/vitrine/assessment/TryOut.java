package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Evaluates one model by a draft set beside the set in force, for policy authors. Nothing is stored, and nobody can cite it. */
@Service
@PreAuthorize(PolicySets.AUTHORS)
public class TryOut {

    private final Policies policies;
    private final Proposals proposals;
    private final PolicyArchive archive;
    private final ModelRegistry registry;

    TryOut(Policies policies, Proposals proposals, PolicyArchive archive, ModelRegistry registry) {
        this.policies = policies;
        this.proposals = proposals;
        this.archive = archive;
        this.registry = registry;
    }

    /**
     * Both answers.
     *
     * @param draft what identifies the draft
     * @param before by the set in force
     * @param after by the draft
     * @param deviations what differs
     */
    public record Tried(PolicySet.Identity draft, StoredEvaluation before, StoredEvaluation after, List<Deviation> deviations) {

        /**
         * One policy in both.
         *
         * @param why the deciding reason by the draft, in words; empty where the draft has no such policy
         */
        public record Row(String policy, String title, String reference, @Nullable Said before, @Nullable Said after, String why) {

            public boolean isSame() {
                return before != null && before.equals(after);
            }
        }

        /** Every finding of either, in the order of the draft, then what it lacks. */
        public List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (StoredFinding now : after.findings()) {
                @Nullable StoredFinding then = before.finding(now.policy());
                rows.add(new Row(now.policy(), now.title(), now.reference(), then == null ? null : then.said(), now.said(),
                        now.why().isEmpty() ? "" : now.why().getFirst()));
            }
            for (StoredFinding then : before.findings()) {
                if (after.finding(then.policy()) == null) {
                    rows.add(new Row(then.policy(), then.title(), then.reference(), then.said(), null, ""));
                }
            }
            return rows;
        }
    }

    /**
     * By a set that was put forward.
     *
     * @throws NoSuchProposal if there is none of that number
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such model
     */
    public Tried proposed(int number, String slug, LocalDate asOf) {
        return tried(archive.set(proposals.get(number).set()), slug, asOf);
    }

    /**
     * By a set that is brought along and not kept.
     *
     * @param zip a policies folder as ZIP
     * @throws eu.vitrine.facts.InvalidFile with everything that is wrong with it
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such model
     */
    public Tried uploaded(byte[] zip, String slug, LocalDate asOf) {
        return tried(DraftSet.read(zip, policies.current().vocabulary()).set(), slug, asOf);
    }

    private Tried tried(PolicySet draft, String slug, LocalDate asOf) {
        Subject subject = registry.pin(slug).subject();
        StoredEvaluation before = StoredEvaluation.of(policies.current().evaluate(subject, asOf));
        StoredEvaluation after = StoredEvaluation.of(draft.evaluate(subject, asOf));
        List<Deviation> changedFirst = new ArrayList<>(Deviation.between(before, after));
        changedFirst.sort(Comparator.comparing(Deviation::isOfOneSet));
        return new Tried(draft.identity(), before, after, List.copyOf(changedFirst));
    }

    /** Whether the registry has such a model. */
    public boolean knows(String slug) {
        return registry.all(Kind.MODEL).stream().anyMatch(model -> model.slug().equals(slug));
    }
}
