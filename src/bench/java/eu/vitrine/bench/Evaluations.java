package eu.vitrine.bench;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Records assessed per second of processor time, warm and cold. */
final class Evaluations {

    private static final int PASSES = 20;
    private static final int ROUNDS = 15;
    private static final long WARM_UP = 5_000;
    private static final int STARTS = 7;
    /** After every date of the law that ships, so that nothing is to come. */
    private static final LocalDate LATE = LocalDate.of(2045, 1, 1);

    private final Report report;

    Evaluations(Report report) {
        this.report = report;
    }

    void measure() throws IOException, InterruptedException {
        warm();
        cold();
    }

    private void warm() throws IOException {
        PolicySet set = PolicyFolder.shipped();
        List<Subject> subjects = Catalogue.read(set).subjects();
        Map<String, Function<Subject, Evaluation>> ways = new LinkedHashMap<>();
        ways.put("everything (outlook, answers without each assumption)", subject -> set.evaluate(subject, Catalogue.DAY));
        ways.put("the same on " + LATE + ", when nothing is to come", subject -> set.evaluate(subject, LATE));
        ways.put("no assumption made", subject -> set.evaluateWithoutAssumptions(subject, Catalogue.DAY));
        ways.put("no assumption made, nothing to come", subject -> set.evaluateWithoutAssumptions(subject, LATE));
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        ways.forEach((name, way) -> tasks.put(name, () -> evaluate(subjects, way)));
        Map<String, Rounds.Median> medians = Rounds.interleaved(tasks, WARM_UP, ROUNDS);

        double outlooks = subjects.stream().mapToInt(subject -> set.evaluate(subject, Catalogue.DAY).outlook().size()).average().orElseThrow();
        report.heading("Records assessed, warm");
        report.line(subjects.size() + " records, " + set.policies().size() + " policies, " + Report.digits(outlooks)
                + " dates to come per record on average; median of " + ROUNDS + " rounds of " + PASSES + " passes, one thread.");
        report.line("");
        report.columns("what", "records per CPU second", "CPU µs per record", "with GC and compiler, µs", "share of everything");
        double everything = medians.values().iterator().next().cpu();
        medians.forEach((name, median) -> {
            double records = PASSES * (double) subjects.size();
            report.row(name, records / median.cpu() * 1e3, median.cpu() / records * 1e3, median.process() / records * 1e3, median.cpu() / everything);
        });
    }

    private static void evaluate(List<Subject> subjects, Function<Subject, Evaluation> way) {
        for (int pass = 0; pass < PASSES; pass++) {
            for (Subject subject : subjects) {
                if (way.apply(subject).findings().isEmpty()) {
                    throw new IllegalStateException("nothing was found about " + subject.slug());
                }
            }
        }
    }

    private void cold() throws IOException, InterruptedException {
        List<Map<String, Double>> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(Child.java(Child.SHORT_LIFE, FirstEvaluation.class));
        }
        report.heading("Records assessed, cold");
        report.line("A fresh Java virtual machine each time, first compiler only, no class-data archive; median of " + STARTS + " starts.");
        report.line("");
        report.columns("what", "CPU ms");
        report.row("load the policy set", median(starts, "load"));
        report.row("read the 28 records", median(starts, "read"));
        report.row("evaluate the first record", median(starts, "first"));
        report.row("evaluate the other 27", median(starts, "others"));
        report.row("that is, records per CPU second over the first 28", 28e3 / (median(starts, "first") + median(starts, "others")));
    }

    private static double median(List<Map<String, Double>> starts, String name) {
        return Rounds.median(starts.stream().map(start -> start.get(name)).toList());
    }
}
