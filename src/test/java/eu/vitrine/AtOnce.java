package eu.vitrine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does several things at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** Does all of them as the person who acts in this thread; the answers, in their order. A fault of one is thrown. */
    public static <T> List<T> each(List<Callable<T>> acts) throws Exception {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    SecurityContextHolder.getContext().setAuthentication(who);
                    begin.await();
                    return act.call();
                }));
            }
            begin.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Does the same thing so many times at once. */
    public static <T> List<T> times(int many, Callable<T> act) throws Exception {
        return each(Collections.nCopies(many, act));
    }
}
