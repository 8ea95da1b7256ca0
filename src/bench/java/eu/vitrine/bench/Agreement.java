package eu.vitrine.bench;

import eu.vitrine.policy.PlainAgreement;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine against the plain evaluation, which says the same a second time in the plainest way. */
final class Agreement {

    private static final int EVALUATIONS = 1_000_000;
    private static final int PORTION = 200;
    private static final int THREADS = 2;
    private static final long SEED = 20261125;

    private final Report report;

    Agreement(Report report) {
        this.report = report;
    }

    /** Whether the two agree on everything. */
    boolean measure() throws InterruptedException {
        PolicySet set = PolicyFolder.shipped();
        int answers = PlainAgreement.answersOf(set);
        int portions = Math.ceilDiv(EVALUATIONS, answers * PORTION);
        long start = System.nanoTime();
        List<String> differences = differences(set, portions);
        report.heading("The engine and the plain evaluation");
        report.columns("what", "number");
        report.row("subjects drawn at random", Integer.toString(portions * PORTION));
        report.row("policies answered for each", Integer.toString(answers));
        report.row("evaluations compared", Integer.toString(portions * PORTION * answers));
        report.row("differences (none allowed)", Integer.toString(differences.size()));
        report.row("wall s", (System.nanoTime() - start) / 1e9);
        report.line("");
        differences.stream().limit(100).forEach(one -> report.line("- " + one));
        return differences.isEmpty();
    }

    private static List<String> differences(PolicySet set, int portions) throws InterruptedException {
        Progress progress = new Progress("subjects compared");
        AtomicInteger done = new AtomicInteger();
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (int i = 0; i < portions; i++) {
            long seed = SEED + i;
            tasks.add(() -> {
                List<String> differences = PlainAgreement.differences(set, seed, PORTION);
                progress.report(done.addAndGet(PORTION));
                return differences;
            });
        }
        ExecutorService service = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> all = new ArrayList<>();
            for (Future<List<String>> future : service.invokeAll(tasks)) {
                all.addAll(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a comparison failed", e.getCause());
        } finally {
            service.shutdownNow();
        }
    }
}
