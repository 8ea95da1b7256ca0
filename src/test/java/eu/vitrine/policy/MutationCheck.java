package eu.vitrine.policy;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.cli.CaseResult;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the cases notice slips in the policies. */
public final class MutationCheck {

    /** What became of a slip. */
    public enum Fate {
        /** A case fails. */
        KILLED,
        /** No case fails, and there are situations in which the answers differ. */
        SURVIVED,
        /** No case fails, and no situation was found in which the answers differ. */
        SAME
    }

    /**
     * A slip and its fate.
     *
     * @param hint a situation in which the answers differ, for a survivor
     */
    public record Verdict(String mutant, Fate fate, @Nullable String hint) {}

    private static final int SUBJECTS = 5_000;

    private final SetParts parts;
    private final Resting resting;
    private final Map<String, List<CaseFile.Case>> cases;
    private final Map<String, PolicySet> unchanged = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** A check of a set by these cases; those that fail without any slip are left out and told of. */
    MutationCheck(PolicySet set, List<CaseFile.Case> all) {
        this.parts = SetParts.of(set);
        this.resting = new Resting(parts);
        this.cases = new LinkedHashMap<>();
        set.policies().forEach(policy -> unchanged.put(policy.id(), parts.only(policy)));
        for (CaseFile.Case one : all) {
            if (unchanged.containsKey(one.policy()) && CaseResult.of(one, unchanged.get(one.policy())).holds()) {
                cases.computeIfAbsent(one.policy(), id -> new ArrayList<>()).add(one);
            } else {
                wrong.add(one.policy() + ": " + one.sentence());
            }
        }
    }

    /** A check of a set by the cases in these files. */
    public static MutationCheck of(PolicySet set, Map<String, String> caseFiles) {
        List<CaseFile.Case> cases = new ArrayList<>();
        caseFiles.forEach((name, text) -> cases.addAll(CaseFile.read(text, name, set)));
        return new MutationCheck(set, cases);
    }

    /** Cases that fail, or have no policy, without any slip. */
    public List<String> wrongCases() {
        return List.copyOf(wrong);
    }

    /**
     * Every slip with its fate.
     *
     * @param progress is told how many are done
     */
    public List<Verdict> verdicts(int threads, IntConsumer progress) throws InterruptedException, ExecutionException {
        return verdicts(Mutants.of(parts).stream().filter(one -> !resting.restingOn(one.touched()).isEmpty()).toList(), threads, progress);
    }

    List<Verdict> verdicts(List<Mutant> mutants, int threads, IntConsumer progress) throws InterruptedException, ExecutionException {
        ExecutorService service = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Verdict>> futures = mutants.stream().map(one -> service.submit(() -> verdict(one))).toList();
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> future : futures) {
                verdicts.add(future.get());
                progress.accept(verdicts.size());
            }
            return Collections.unmodifiableList(verdicts);
        } finally {
            service.shutdownNow();
        }
    }

    private Verdict verdict(Mutant mutant) {
        SetParts changed = mutant.parts().get();
        List<Policy> policies = judged(mutant);
        Map<String, PolicySet> sets = new HashMap<>();
        for (Policy policy : policies) {
            PolicySet set = changed.only(policy);
            sets.put(policy.id(), set);
            if (cases.get(policy.id()).stream().anyMatch(one -> !CaseResult.of(one, set).holds())) {
                return new Verdict(mutant.toString(), Fate.KILLED, null);
            }
        }
        if (policies.isEmpty()) {
            return new Verdict(mutant.toString(), Fate.SURVIVED, "no case");
        }
        Telling telling = telling(mutant, policies, sets);
        return new Verdict(mutant.toString(), telling == null ? Fate.SAME : Fate.SURVIVED,
                telling == null ? null : hint(telling.policy(), sets.get(telling.policy().id()), telling.situation()));
    }

    /** The policies with cases that rest on what a slip stands in, the policy itself first. */
    private List<Policy> judged(Mutant mutant) {
        return resting.restingOn(mutant.touched()).stream().filter(policy -> cases.containsKey(policy.id()))
                .sorted(Comparator.comparing(policy -> !isOf(mutant, policy))).toList();
    }

    /** A situation that tells a slip, or null where none is found. */
    @Nullable Telling find(Mutant mutant) {
        SetParts changed = mutant.parts().get();
        List<Policy> policies = judged(mutant);
        Map<String, PolicySet> sets = new HashMap<>();
        policies.forEach(policy -> sets.put(policy.id(), changed.only(policy)));
        return telling(mutant, policies, sets);
    }

    /** A situation that tells a slip by the answers of a policy. */
    record Telling(Policy policy, Situation situation) {}

    private static boolean isOf(Mutant mutant, Policy policy) {
        return mutant.file().equals(policy.id());
    }

    /** Looks for a situation in which an answer differs: among the cases, then near them, for one half near those of the policy itself. */
    private @Nullable Telling telling(Mutant mutant, List<Policy> policies, Map<String, PolicySet> sets) {
        for (Policy policy : policies) {
            for (CaseFile.Case one : cases.get(policy.id())) {
                Situation situation = Situation.of(one);
                if (differs(policy, sets.get(policy.id()), situation)) {
                    return new Telling(policy, situation);
                }
            }
        }
        int own = (int) policies.stream().filter(policy -> isOf(mutant, policy)).count();
        int others = policies.size() - own;
        for (Policy policy : policies) {
            int share = isOf(mutant, policy) ? others == 0 ? SUBJECTS : SUBJECTS / 2 : (own == 0 ? SUBJECTS : SUBJECTS / 2) / others;
            NearbySubjects nearby = new NearbySubjects(parts, resting, policy, cases.get(policy.id()), mutant.near(), mutant.toString().hashCode());
            PolicySet changed = sets.get(policy.id());
            for (int i = 0; i <= share; i++) {
                Situation situation = nearby.next();
                if (differs(policy, changed, situation)) {
                    return new Telling(policy, situation.shrunk(simpler -> differs(policy, changed, simpler)));
                }
            }
        }
        return null;
    }

    private boolean differs(Policy policy, PolicySet changed, Situation situation) {
        return !answers(policy, unchanged.get(policy.id()), situation).equals(answers(policy, changed, situation));
    }

    private String hint(Policy policy, PolicySet changed, Situation situation) {
        Map<String, Object> before = answers(policy, unchanged.get(policy.id()), situation);
        Map<String, Object> after = answers(policy, changed, situation);
        List<String> names = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
        return policy.id() + " as in " + situation + ": " + names.stream()
                .filter(name -> !String.valueOf(before.get(name)).equals(String.valueOf(after.get(name))))
                .map(name -> name + " " + before.get(name) + ", not " + after.get(name)).collect(Collectors.joining("; "));
    }

    /** Every answer that a case can expect of a policy. */
    static Map<String, Object> answers(Policy policy, PolicySet set, Situation one) {
        Subject subject = one.subject(set.vocabulary());
        Map<String, Object> all = new LinkedHashMap<>();
        if (policy.role() == Policy.Role.DERIVATION) {
            DerivedValue value = set.derive(subject, one.asOf(), policy.id());
            put(all, "value", Stream.of(value.text(), value.low(), value.high(), value.earliest(), value.latest(), value.isOpen())
                    .map(String::valueOf).toList());
            return all;
        }
        Evaluation evaluation = set.evaluate(subject, one.asOf());
        evaluation.finding(policy.id()).ifPresent(finding -> {
            Answers answers = finding.answers();
            put(all, "applicability", answers.applicability());
            put(all, "ground", answers.ground());
            put(all, "due", answers.due());
            put(all, "dueDate", answers.dueDate());
            put(all, "evidence", answers.evidence());
            put(all, "evidenceReason", answers.evidenceReason());
            put(all, "enforceable", answers.enforceable());
            put(all, "enforceableFrom", answers.enforceableFrom());
            put(all, "outcome", finding.outcome());
            put(all, "review", finding.review());
            put(all, "addressee", finding.addressee());
            put(all, "owedToUs", finding.owedToUs());
            put(all, "assumptions", finding.assumptions());
            put(all, "settledBy", finding.settledBy());
            put(all, "withheldByLaw", finding.withheldByLaw());
            put(all, "support", finding.support().stream().map(Finding.Support::fact).toList());
            put(all, "lacks", finding.checklist().stream().filter(ChecklistEntry::isLacking).map(ChecklistEntry::id).toList());
            put(all, "checklist", finding.checklist().stream().map(entry -> entry.id() + entry.answer() + entry.needed()).toList());
            put(all, "consequence", finding.consequence() == null ? null : finding.consequence().text());
        });
        put(all, "score", evaluation.score());
        evaluation.classification(policy.id()).ifPresent(found -> {
            put(all, "value", found.value());
            put(all, "review", found.review());
            put(all, "assumptions", found.assumptions());
            put(all, "settledBy", found.settledBy());
        });
        evaluation.useRight(policy.id()).ifPresent(right -> {
            put(all, "answer", right.answer());
            put(all, "carries", right.carries().stream().map(why -> why.id().substring(why.id().indexOf('.') + 1)).toList());
            put(all, "review", right.review());
            put(all, "settledBy", right.settledBy());
        });
        Optional.ofNullable(evaluation.houseRules().get(policy.id())).ifPresent(rule -> {
            put(all, "answer", rule.answer());
            put(all, "weight", rule.weight());
            put(all, "review", rule.review());
            put(all, "settledBy", rule.settledBy());
        });
        return all;
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        all.put(name, value == null ? "null" : value);
    }
}
