package eu.vitrine.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Another process of this benchmark, and what it reports as lines of {@code name=number}. */
final class Child {

    /** The product's own settings for a short life, as its launcher gives them. */
    static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Child() {}

    /**
     * Runs a main class of this class path in a fresh Java virtual machine.
     *
     * @return its numbers by name; empty when it ended with a failure
     */
    static Map<String, Double> java(List<String> options, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? numbers(output) : Map.of();
    }

    /** Seconds of wall time ({@code wall}) and of processor time ({@code cpu}) of a command, measured by the shell that starts it. */
    static Map<String, Double> timed(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("bash", "-c",
                "TIMEFORMAT=$'wall=%3R\\nuser=%3U\\nsystem=%3S'; time \"$@\" >/dev/null 2>/dev/null", "bash"));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + output);
        }
        Map<String, Double> numbers = numbers(output);
        return Map.of("wall", numbers.get("wall"), "cpu", numbers.get("user") + numbers.get("system"));
    }

    private static Map<String, Double> numbers(String output) {
        Map<String, Double> numbers = new TreeMap<>();
        output.lines().filter(line -> line.matches("[a-z0-9.]+=[0-9.E-]+")).forEach(line ->
                numbers.put(line.substring(0, line.indexOf('=')), Double.valueOf(line.substring(line.indexOf('=') + 1))));
        return numbers;
    }
}
