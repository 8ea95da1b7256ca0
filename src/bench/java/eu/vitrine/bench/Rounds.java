package eu.vitrine.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several ways of doing the same in turn, so that a change of the machine's load falls on all of them. Counts processor
 * time, because wall time on a shared machine says little.
 */
final class Rounds {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * The middle of all rounds.
     *
     * @param cpu processor time of the measuring thread, in milliseconds per round
     * @param process processor time of the whole process, with garbage collection and compilation, in milliseconds per round
     */
    record Median(double cpu, double process) {}

    private Rounds() {}

    /**
     * Runs each task until it has used {@code warmUp} milliseconds of processor time, then measures {@code rounds} rounds of all tasks in turn.
     *
     * @return the median of each task, in the order of the tasks
     */
    static Map<String, Median> interleaved(Map<String, Runnable> tasks, long warmUp, int rounds) {
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        Map<String, List<Double>> process = new LinkedHashMap<>();
        tasks.forEach((name, task) -> {
            warm(task, warmUp);
            cpu.put(name, new ArrayList<>());
            process.put(name, new ArrayList<>());
        });
        for (int i = 0; i < rounds; i++) {
            tasks.forEach((name, task) -> {
                long processBefore = PROCESS.getProcessCpuTime();
                long before = THREADS.getCurrentThreadCpuTime();
                task.run();
                cpu.get(name).add((THREADS.getCurrentThreadCpuTime() - before) / NANOS_PER_MILLI);
                process.get(name).add((PROCESS.getProcessCpuTime() - processBefore) / NANOS_PER_MILLI);
            });
        }
        Map<String, Median> medians = new LinkedHashMap<>();
        tasks.keySet().forEach(name -> medians.put(name, new Median(median(cpu.get(name)), median(process.get(name)))));
        return medians;
    }

    private static void warm(Runnable task, long millis) {
        long until = THREADS.getCurrentThreadCpuTime() + (long) (millis * NANOS_PER_MILLI);
        do {
            task.run();
        } while (THREADS.getCurrentThreadCpuTime() < until);
    }

    /** The middle value; of an even number the lower one. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}
