package eu.vitrine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of models at a hundred thousand, as a browser gets it: by one person, one page after another. */
final class Lists {

    private static final int RECORDS = 100_000;
    /** Milliseconds within which nineteen pages in twenty are answered. */
    private static final double MOST = 100;

    private final Report report;

    Lists(Report report) {
        this.report = report;
    }

    /** Whether each page was fast enough on both databases. */
    boolean measure() throws IOException, InterruptedException {
        Map<String, Double> h2 = Child.java(List.of("-Xmx1g"), ListsRun.class, "h2", Integer.toString(RECORDS));
        Map<String, Double> postgres = Child.java(List.of("-Xmx1g"), ListsRun.class, "postgres", Integer.toString(RECORDS));
        report.heading("Lists of " + RECORDS + " models");
        if (h2.isEmpty() || postgres.isEmpty()) {
            report.line("The run failed on " + (h2.isEmpty() ? "H2" : "PostgreSQL") + ".");
            return false;
        }
        report.line("Whole pages over HTTP in a heap of 1 GB, milliseconds of wall time; p95 of " + ListsRun.ROUNDS + " answers each, at most " + Report.digits(MOST) + ".");
        report.line("");
        report.columns("page", "H2 median", "H2 p95", "PostgreSQL median", "PostgreSQL p95");
        boolean fast = true;
        for (Map.Entry<String, String> page : ListsRun.pages().entrySet()) {
            List<Double> cells = new ArrayList<>();
            for (Map<String, Double> run : List.of(h2, postgres)) {
                cells.add(run.get(page.getKey() + ".median"));
                cells.add(run.get(page.getKey() + ".p95"));
            }
            fast &= cells.get(1) <= MOST && cells.get(3) <= MOST;
            report.row(ListsRun.words(page.getKey()), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }
        report.line("");
        Map<String, Double> built = new TreeMap<>(Map.of("H2", h2.get("index"), "PostgreSQL", postgres.get("index")));
        built.forEach((database, seconds) -> report.line("The index was built in " + Report.digits(seconds) + " s on " + database + "."));
        return fast;
    }
}
