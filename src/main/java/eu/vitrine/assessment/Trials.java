package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.web.DatesInWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Trials of proposed sets against everything the registry holds. They run in the background, one at a time over all nodes; progress
 * and result are rows, so that a page can be left and opened again.
 */
@Service
@PreAuthorize(PolicySets.READERS)
public class Trials {

    private final TrialArchive archive;
    private final TrialRunner runner;
    private final Proposals proposals;
    private final PolicyArchive sets;
    private final ModelRegistry registry;
    private final CurrentActor current;
    private final TransactionOperations transactions;
    private final ObjectProvider<TrialSubjects> subjects;
    private final DatesInWords dates;

    Trials(TrialArchive archive, TrialRunner runner, Proposals proposals, PolicyArchive sets, ModelRegistry registry, CurrentActor current,
            TransactionOperations transactions, ObjectProvider<TrialSubjects> subjects, DatesInWords dates) {
        this.archive = archive;
        this.runner = runner;
        this.proposals = proposals;
        this.sets = sets;
        this.registry = registry;
        this.current = current;
        this.transactions = transactions;
        this.subjects = subjects;
        this.dates = dates;
    }

    /**
     * Begins to try a proposal against the set in force, by the law of today.
     *
     * @return number of the trial
     * @throws ActivationRefused if it is decided, or a trial is running
     */
    @PreAuthorize(PolicySets.REJECTERS)
    public int start(int proposal) {
        List<TrialRun.Task> tasks = subjects.orderedStream().flatMap(Trials::tasks).toList();
        PolicySet draft = sets.set(proposals.get(proposal).set());
        TrialRun run = Objects.requireNonNull(transactions.execute(status -> begin(proposal, draft, tasks)));
        runner.start(run);
        return run.number();
    }

    private static Stream<TrialRun.Task> tasks(TrialSubjects source) {
        return source.names().stream().map(name -> new TrialRun.Task(source, name));
    }

    private TrialRun begin(int proposal, PolicySet draft, List<TrialRun.Task> tasks) {
        int head = proposals.lockInForce().orElseThrow();
        if (!proposals.get(proposal).isOpen()) {
            throw new ActivationRefused(ActivationRefused.Reason.DECIDED);
        }
        try {
            int number = archive.begin(proposal, head, dates.today(), tasks.size(), runner.holder(), current.actor());
            return new TrialRun(number, proposal, current.actor(), sets.set(proposals.get(head).set()), draft, dates.today(), tasks);
        } catch (DuplicateKeyException e) {
            throw new ActivationRefused(ActivationRefused.Reason.TRIAL_RUNNING);
        }
    }

    /** The newest trial of a proposal. */
    public Optional<Trial> newestOf(int proposal) {
        return archive.newestOf(proposal);
    }

    /** Whether any is running. */
    public boolean isAnyRunning() {
        return archive.running().isPresent();
    }

    /** How many records were saved since a trial began; what it found about them may no longer be so. */
    public int movedSince(Trial trial) {
        return registry.savedSince(trial.startedAt());
    }

    /** About how many records something changes, also of units that the person signed in does not see. */
    int countSubjects(Trial trial) {
        return archive.countSubjects(trial.number());
    }

    /** Records about which something changes and that the person signed in may know of, by name. */
    public List<TrialSubject> subjects(Trial trial) {
        return archive.subjects(trial.number());
    }

    List<TrialArchive.OfPolicy> byPolicy(Trial trial) {
        return archive.byPolicy(trial.number());
    }

    List<TrialChange> changes(Trial trial, TrialQuery query) {
        return archive.changes(trial.number(), query);
    }

    int countVisible(Trial trial, TrialQuery query) {
        return archive.countVisible(trial.number(), query);
    }

    /** How many answers change, also about records of units that the person signed in does not see. */
    int count(Trial trial) {
        return archive.count(trial.number(), TrialQuery.all());
    }

    /** @param what as in {@link TrialQuery} */
    int count(Trial trial, String what) {
        return archive.count(trial.number(), new TrialQuery("", "", what, false, 1));
    }
}
