package eu.vitrine.bench;

import eu.vitrine.policy.MutationCheck;
import eu.vitrine.policy.MutationCheck.Fate;
import eu.vitrine.policy.MutationCheck.Verdict;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Whether the cases notice a slip in a policy. */
final class Slips {

    private static final double ENOUGH = 0.95;

    private final Report report;

    Slips(Report report) {
        this.report = report;
    }

    /** Whether enough slips were noticed. */
    boolean measure() throws InterruptedException {
        Map<String, String> files = PolicyFolder.shippedFiles();
        PolicySet set = PolicyFolder.shipped();
        long start = System.nanoTime();
        List<Verdict> verdicts = verdicts(set, PolicyFolder.cases(files), new Progress("slips"));
        List<Verdict> survivors = verdicts.stream().filter(one -> one.fate() == Fate.SURVIVED).toList();
        List<Verdict> same = verdicts.stream().filter(one -> one.fate() == Fate.SAME).toList();
        long counted = verdicts.size() - (long) same.size();
        long noticed = counted - survivors.size();
        double share = noticed / (double) counted;
        report.heading("Slips in the policies that the cases notice");
        report.line(set.policies().size() + " policies, " + verdicts.size() + " slips, " + (System.nanoTime() - start) / 1_000_000_000 + " s.");
        report.line("");
        report.columns("slips", "number");
        report.row("noticed", Long.toString(noticed));
        report.row("not noticed", Integer.toString(survivors.size()));
        report.row("without effect in 5,000 situations near the cases, not counted", Integer.toString(same.size()));
        report.row("share noticed, per cent (at least 95)", share * 100);
        list("Not noticed, with a situation in which answers differ", survivors);
        list("Without effect", same);
        return share >= ENOUGH;
    }

    private static List<Verdict> verdicts(PolicySet set, Map<String, String> cases, Progress progress) throws InterruptedException {
        try {
            return MutationCheck.of(set, cases, 2, progress::report);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a slip could not be checked", e.getCause());
        }
    }

    private void list(String title, List<Verdict> verdicts) {
        if (!verdicts.isEmpty()) {
            report.line("");
            report.line("### " + title);
            report.line("");
            verdicts.forEach(one -> report.line("- " + one.mutant() + (one.hint() == null ? "" : " — " + one.hint())));
        }
    }
}
