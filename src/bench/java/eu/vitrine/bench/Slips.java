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
        MutationCheck check = MutationCheck.of(set, PolicyFolder.cases(files));
        List<Verdict> verdicts = verdicts(check, new Progress("slips"));
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
        if (!check.wrongCases().isEmpty()) {
            report.line("");
            report.line("### Cases that fail without any slip");
            report.line("");
            check.wrongCases().forEach(one -> report.line("- " + one));
        }
        list("Not noticed, with a situation in which answers differ", survivors);
        list("Without effect", same);
        return share >= ENOUGH && check.wrongCases().isEmpty();
    }

    private static List<Verdict> verdicts(MutationCheck check, Progress progress) throws InterruptedException {
        try {
            return check.verdicts(2, progress::report);
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
