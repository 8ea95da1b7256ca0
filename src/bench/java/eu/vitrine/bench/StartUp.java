package eu.vitrine.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long the command line and the server take from nothing to an answer, run as a user runs them: by the launcher. */
final class StartUp {

    private static final String LAUNCHER = "./vitrine";
    private static final String RECORD = "src/main/resources/catalogue/deepseek-r1.yaml";
    private static final Path RUN = Path.of("target", "run");
    private static final int STARTS = 7;
    private static final int SERVER_STARTS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Report report;
    private final Path folder;

    StartUp(Report report, Path folder) {
        this.report = report;
        this.folder = folder;
    }

    void measure() throws IOException, InterruptedException {
        commandLine();
        server();
    }

    private void commandLine() throws IOException, InterruptedException {
        List<String> assess = List.of(LAUNCHER, "assess", RECORD);
        List<Map<String, Double>> first = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            removeArchives();
            first.add(Child.timed(assess));
        }
        List<Map<String, Double>> later = new ArrayList<>();
        List<Map<String, Double>> dossiers = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            later.add(Child.timed(assess));
            dossiers.add(Child.timed(List.of(LAUNCHER, "dossier", RECORD, "-o", folder.resolve("start.pdf").toString())));
        }
        report.heading("Start of the command line");
        report.line("Through the launcher, one record; median of " + STARTS + ". Wall time is of a machine that others may use.");
        report.line("");
        report.columns("what", "wall s", "least wall s", "CPU s");
        row("assess, very first start (no class-data archive; it is written at the end)", first);
        row("assess, with the archive", later);
        row("dossier, with the archive", dossiers);
    }

    private void row(String name, List<Map<String, Double>> runs) {
        List<Double> walls = runs.stream().map(run -> run.get("wall")).sorted().toList();
        report.row(name, Rounds.median(walls), walls.getFirst(), Rounds.median(runs.stream().map(run -> run.get("cpu")).toList()));
    }

    private static void removeArchives() throws IOException {
        try (Stream<Path> files = Files.list(RUN)) {
            for (Path archive : files.filter(file -> file.toString().endsWith(".jsa")).toList()) {
                Files.delete(archive);
            }
        }
    }

    private void server() throws IOException, InterruptedException {
        report.heading("Start of the server");
        report.line("Through the launcher on an H2 file, until the page for signing in is answered; median of " + SERVER_STARTS + ".");
        report.line("");
        report.columns("what", "wall s", "CPU s", "resident MB");
        List<Started> fresh = new ArrayList<>();
        List<Started> known = new ArrayList<>();
        for (int i = 0; i < SERVER_STARTS; i++) {
            Path database = Files.createTempDirectory(folder.toAbsolutePath(), "database").resolve("vitrine");
            fresh.add(start(database));
            known.add(start(database));
        }
        row("first start, empty database", Started::wall, fresh);
        row("later start, database there", Started::wall, known);
    }

    private interface Number {
        double of(Started started);
    }

    private void row(String name, Number wall, List<Started> starts) {
        report.row(name, middle(wall, starts), middle(Started::cpu, starts), middle(Started::resident, starts));
    }

    private static double middle(Number number, List<Started> starts) {
        return Rounds.median(starts.stream().map(number::of).toList());
    }

    /** Seconds and megabytes at the first answer. */
    private record Started(double wall, double cpu, double resident) {}

    private Started start(Path database) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER, "serve", "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
                .redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
        long before = System.nanoTime();
        Process process = builder.start();
        try {
            awaitAnswer(process, URI.create("http://localhost:" + port + "/sign-in"));
            double wall = (System.nanoTime() - before) / 1e9;
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            return new Started(wall, cpu, resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void awaitAnswer(Process process, URI page) throws IOException, InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        HttpRequest request = HttpRequest.newBuilder(page).timeout(LIMIT).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < until) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400) {
                        return;
                    }
                } catch (ConnectException notYet) {
                    Thread.sleep(20);
                }
            }
        }
        throw new IllegalStateException("the server did not answer; see " + folder.resolve("server.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What Linux says is resident; zero elsewhere. */
    private static double resident(long process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }
}
