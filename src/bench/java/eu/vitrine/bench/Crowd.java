package eu.vitrine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many records drawn at random, assessed in a small heap; and how soon the first record is assessed after a start. */
final class Crowd {

    private static final int RECORDS = 100_000;
    private static final double SECONDS = 20;
    private static final double SECONDS_TO_READY = 1;
    private static final int STARTS = 7;

    private final Report report;

    Crowd(Report report) {
        this.report = report;
    }

    /** Whether it was fast enough. */
    boolean measure() throws IOException, InterruptedException {
        return many() & cold();
    }

    private boolean many() throws IOException, InterruptedException {
        Map<String, Double> run = Child.java(List.of("-Xmx512m"), CrowdRun.class, Integer.toString(RECORDS));
        if (run.isEmpty()) {
            report.line("The run of " + RECORDS + " records failed.");
            return false;
        }
        report.heading("Many records");
        report.line(RECORDS + " records with facts drawn independently, " + run.get("policies").intValue()
                + " policies, two threads, heap of at most 512 MB.");
        report.line("");
        report.columns("what", "wall s", "CPU s");
        report.row("evaluate with assumptions", run.get("with.wall"), run.get("with.cpu"));
        report.row("evaluate without assumptions", run.get("without.wall"), run.get("without.cpu"));
        report.row("draw the records", run.get("draw.wall"), run.get("draw.cpu"));
        report.line("");
        double longer = Math.max(run.get("with.wall"), run.get("without.wall"));
        report.line("The longer of the two: " + Report.digits(longer) + " s (at most " + Report.digits(SECONDS) + "). Most heap in use: "
                + Report.digits(run.get("heap")) + " MB.");
        return longer <= SECONDS;
    }

    private boolean cold() throws IOException, InterruptedException {
        List<Map<String, Double>> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(Child.java(Child.SHORT_LIFE, FirstAnswer.class, Long.toString(System.currentTimeMillis())));
        }
        double ready = median(starts, "ready");
        report.heading("From the start of a process");
        report.line("A fresh Java virtual machine, first compiler only, no class-data archive; median of " + STARTS + " starts, wall time.");
        report.line("");
        report.columns("what", "ms");
        report.row("policy set ready (at most 1,000)", ready);
        report.row("of it before our code runs", median(starts, "begin"));
        report.row("first record read", median(starts, "read"));
        report.row("first record assessed", median(starts, "first"));
        return ready <= SECONDS_TO_READY * 1e3;
    }

    private static double median(List<Map<String, Double>> starts, String name) {
        return Rounds.median(starts.stream().map(start -> start.get(name)).toList());
    }
}
