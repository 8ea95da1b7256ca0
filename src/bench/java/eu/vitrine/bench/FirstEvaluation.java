package eu.vitrine.bench;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the first evaluations cost in a Java virtual machine that has just started; prints milliseconds of processor time. */
final class FirstEvaluation {

    private static long before;

    private FirstEvaluation() {}

    public static void main(String... args) throws IOException {
        before = now();
        PolicySet set = PolicyFolder.shipped();
        lap("load");
        Catalogue catalogue = Catalogue.read(set);
        lap("read");
        set.evaluate(catalogue.subjects().getFirst(), Catalogue.DAY);
        lap("first");
        for (Subject subject : catalogue.subjects().subList(1, catalogue.subjects().size())) {
            set.evaluate(subject, Catalogue.DAY);
        }
        lap("others");
    }

    private static void lap(String name) {
        System.out.println(name + "=" + (now() - before) / 1e6);
        before = now();
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
