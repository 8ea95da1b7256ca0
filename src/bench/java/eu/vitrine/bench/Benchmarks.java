package eu.vitrine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Runs benchmarks from the root of a clone whose jar is packaged, prints the results and writes them to {@code target/bench/results.md}.
 * Ends with status 1 when a check among them fails.
 */
final class Benchmarks {

    private static final Path FOLDER = Path.of("target", "bench");

    private Benchmarks() {}

    /** Takes which to run, with commas between: {@code records,pages,start,lists,agreement,volume,mutants,audit}. */
    public static void main(String... args) throws IOException, InterruptedException {
        Set<String> chosen = Set.of(args[0].split(","));
        Path scratch = FOLDER.resolve("scratch");
        Files.createDirectories(scratch);
        Report report = new Report();
        report.line("# Benchmarks");
        report.line("");
        report.line(Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version().feature() + ", load at the start "
                + Report.digits(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()) + ".");
        if (chosen.contains("records")) {
            new Evaluations(report).measure();
        }
        if (chosen.contains("pages")) {
            new Documents(report, scratch).measure();
        }
        if (chosen.contains("start")) {
            new StartUp(report, scratch).measure();
        }
        boolean passed = true;
        if (chosen.contains("lists")) {
            passed &= new Lists(report).measure();
        }
        if (chosen.contains("agreement")) {
            passed &= new Agreement(report).measure();
        }
        if (chosen.contains("volume")) {
            passed &= new Crowd(report).measure();
        }
        if (chosen.contains("mutants")) {
            passed &= new Slips(report).measure();
        }
        if (chosen.contains("audit")) {
            passed &= new LogOfAMillion(report, scratch).measure();
        }
        report.line("");
        report.line("Load at the end " + Report.digits(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()) + ".");
        report.write(FOLDER.resolve("results.md"));
        if (!passed) {
            System.exit(1);
        }
    }
}
