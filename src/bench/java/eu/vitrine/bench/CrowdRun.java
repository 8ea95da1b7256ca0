package eu.vitrine.bench;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.RandomSubjects;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * Draws records in portions and evaluates each portion, with assumptions and then without. The clock of an evaluation runs while
 * it works and stands while records are drawn.
 */
final class CrowdRun {

    private static final int THREADS = 2;
    private static final int PORTION = 200;
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    private final PolicySet set = PolicyFolder.shipped();
    private final ExecutorService service = Executors.newFixedThreadPool(THREADS);
    private final List<RandomSubjects> sources = new ArrayList<>();

    private CrowdRun() {
        for (int i = 0; i < THREADS; i++) {
            sources.add(new RandomSubjects(set, i));
        }
    }

    /** Wall time and processor time of the process, in nanoseconds, gathered over several stretches. */
    private static final class Clock {
        private long wall;
        private long cpu;

        <T> T time(Callable<T> work) throws Exception {
            long wallBefore = System.nanoTime();
            long cpuBefore = PROCESS.getProcessCpuTime();
            T result = work.call();
            wall += System.nanoTime() - wallBefore;
            cpu += PROCESS.getProcessCpuTime() - cpuBefore;
            return result;
        }

        void print(String name) {
            System.out.println(name + ".wall=" + wall / 1e9);
            System.out.println(name + ".cpu=" + cpu / 1e9);
        }
    }

    public static void main(String... args) throws Exception {
        new CrowdRun().run(Integer.parseInt(args[0]));
    }

    private void run(int records) throws Exception {
        Clock draw = new Clock();
        Clock with = new Clock();
        Clock without = new Clock();
        for (int done = 0; done < records; done += PORTION) {
            List<List<Subject>> portion = draw.time(this::portion);
            with.time(() -> evaluate(portion, (set, subject) -> set.evaluate(subject, Catalogue.DAY)));
            without.time(() -> evaluate(portion, (set, subject) -> set.evaluateWithoutAssumptions(subject, Catalogue.DAY)));
        }
        service.shutdown();
        draw.print("draw");
        with.print("with");
        without.print("without");
        System.out.println("policies=" + set.policies().size());
        System.out.println("heap=" + ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(java.lang.management.MemoryUsage::getUsed).sum() / 1e6);
    }

    /** One list for each thread. */
    private List<List<Subject>> portion() throws InterruptedException, ExecutionException {
        List<Callable<List<Subject>>> tasks = new ArrayList<>();
        for (RandomSubjects source : sources) {
            tasks.add(() -> {
                List<Subject> drawn = new ArrayList<>();
                for (int i = 0; i < PORTION / THREADS; i++) {
                    drawn.add(source.next());
                }
                return drawn;
            });
        }
        return all(tasks);
    }

    private int evaluate(List<List<Subject>> portion, BiFunction<PolicySet, Subject, Evaluation> way) throws InterruptedException, ExecutionException {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (List<Subject> subjects : portion) {
            tasks.add(() -> subjects.stream().mapToInt(subject -> way.apply(set, subject).findings().size()).sum());
        }
        return all(tasks).stream().mapToInt(Integer::intValue).sum();
    }

    private <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : service.invokeAll(tasks)) {
            results.add(future.get());
        }
        return results;
    }
}
