package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Explanation.Assumed;
import eu.vitrine.policy.Explanation.Row;
import eu.vitrine.policy.Explanation.Stage;
import eu.vitrine.policy.Explanation.Step;
import eu.vitrine.policy.Statement.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells how a policy is answered, for a subject on a day or in general. */
final class Explainer {

    private static final String DERIVED = "derived.";

    private final PolicySet set;
    private final @Nullable Run run;
    private final @Nullable Reasons reasons;
    private final Statements statements;
    private final ExprWords words;
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int assumed;
    private int defeated;

    private Explainer(PolicySet set, @Nullable Subject subject, @Nullable Run run) {
        this.set = set;
        this.run = run;
        this.reasons = subject == null || run == null ? null : new Reasons(set, subject, run);
        for (Policy policy : set.policies()) {
            policies.put(Asked.decision(policy), policy);
        }
        this.words = new ExprWords(set, policies, subject, run);
        this.statements = new Statements(set, words, run);
    }

    /** For a subject on a day. */
    static Explanation of(PolicySet set, Subject subject, LocalDate asOf, int assumptions, Policy policy) {
        Answered answered = Answered.of(set, subject, asOf, assumptions, policy);
        int made = Asked.of(set, policy).assumes() ? assumptions : 0;
        Explainer explainer = new Explainer(set, subject, new Run(set, subject, asOf).enable(made));
        return explainer.explain(policy, answered, disputed -> new Disputes(set, subject, asOf, assumptions, policy, answered).of(disputed));
    }

    /** In general: the rules in words, with no facts. */
    static Explanation of(PolicySet set, Policy policy) {
        return new Explainer(set, null, null).explain(policy, null, disputed -> List.of());
    }

    private Explanation explain(Policy policy, @Nullable Answered answered, Function<IdSet, List<Dispute>> tried) {
        List<Stage> stages = new ArrayList<>();
        Asked asked = Asked.of(set, policy);
        IdSet disputed = IdSet.EMPTY;
        if (asked.duty() != null) {
            DutyJudgement judgement = run == null || reasons == null ? null : new DutyJudgement(set, asked.duty(), run, reasons);
            disputed = judgement == null ? IdSet.EMPTY : judgement.disputed();
            stages.addAll(new DutyStages(this, asked.duty(), judgement == null ? null : judgement.finding(List.of(), List.of())).all());
        } else {
            for (Decision table : weighed(asked, answered)) {
                stages.add(stage(question(policy, stages.isEmpty()), policy, table));
            }
            disputed = run == null ? IdSet.EMPTY : asked.answer().map(table -> run.decide(table).value().trace().disputed()).orElse(IdSet.EMPTY);
        }
        policy.conditions().forEach(id -> follow(new Expr.DecisionRef(id)));
        List<Assumed> assumptions = assumptions();
        return new Explanation(policy, answered == null ? null : answered.words(), List.copyOf(steps.values()), stages, assumptions,
                tried.apply(disputed));
    }

    /** How much a house rule weighs is asked only where it does not pass. */
    private static List<Decision> weighed(Asked asked, @Nullable Answered answered) {
        boolean all = asked.tables().size() < 2 || answered == null || answered.value().contains(": ");
        return all ? asked.tables() : asked.tables().subList(0, 1);
    }

    private static String question(Policy policy, boolean first) {
        return switch (policy.role()) {
            case USE_RIGHT -> "May we use it so?";
            case HOUSE_RULE -> first ? "Does it pass our rule?" : "How much does it weigh?";
            default -> "";
        };
    }

    /** How a table was read. */
    Stage stage(String question, Policy policy, Decision decision) {
        Run.@Nullable Decided decided = run == null ? null : run.decide(decision);
        List<Row> rows = new ArrayList<>();
        boolean hit = false;
        for (Decision.Row row : decision.rows()) {
            if (!hit) {
                Row told = row(policy, row, decided);
                rows.add(told);
                hit = told.truth() == Truth.TRUE;
            }
        }
        if (decided == null) {
            decision.assumed().forEach(one -> rows.add(assumed(policy, one, false)));
            return new Stage(question, null, rows, List.of(), List.of(), List.of(), false);
        }
        if (decided.assumed() != null) {
            rows.add(assumed(policy, decided.assumed(), true));
        }
        Trace trace = decided.value().trace();
        assumed |= trace.assumptions();
        defeated |= trace.defeated();
        return new Stage(question, ExprWords.value(decided.value()), rows, List.of(), List.of(),
                decided.value().isUnknown() ? java.util.Objects.requireNonNull(reasons).factIds(trace.causes()) : List.of(), trace.review() || policy.review());
    }

    private Row row(Policy policy, Decision.Row row, Run.@Nullable Decided decided) {
        words.citeAgain();
        Truth truth = run == null ? null : row.when() == null ? Truth.TRUE : Truth.of(run.eval(row.when()));
        boolean decides = decided != null && decided.assumed() == null && decided.rows().contains(row);
        if (row.when() != null) {
            follow(row.when());
        }
        boolean told = decides || run == null;
        if (told) {
            follow(row.then());
        }
        return new Row(row.id(), truth, decides, List.of(), row.when() == null ? null : statements.of(row.when()), then(policy, row.then()),
                told || truth != Truth.FALSE ? why(policy, row.id(), row.why()) : null, row.ground());
    }

    private Row assumed(Policy policy, Decision.Assumed one, boolean decides) {
        if (one.when() != null) {
            follow(one.when());
        }
        follow(one.then());
        return new Row(one.id(), run == null ? null : Truth.TRUE, decides,
                set.assumptions().stream().filter(assumption -> (one.with() & assumption.bit()) != 0).map(Assumption::id).toList(),
                one.when() == null ? null : statements.of(one.when()), then(policy, one.then()), why(policy, one.id(), one.why()), null);
    }

    private Sentence then(Policy policy, Expr then) {
        boolean oneAnswer = policy.role() == Policy.Role.USE_RIGHT || policy.role() == Policy.Role.HOUSE_RULE;
        if (oneAnswer && then instanceof Expr.Constant(Object value) && value.equals(Decision.UNDETERMINED)) {
            return Sentence.of("open");
        }
        return then instanceof Expr.Constant constant ? Sentence.of(Wording.outcome(constant.value())) : words.inShort(then).capital();
    }

    @Nullable String why(Policy policy, String row, String template) {
        return template.isEmpty() ? null
                : reasons == null ? general(template) : reasons.why(policy.id() + "." + row, template).text();
    }

    /** A reason before it is filled in: what stands in braces, by its label. */
    private String general(String template) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            text.append(template, at, open).append('[').append(label(template.substring(open + 1, close))).append(']');
            at = close + 1;
        }
        return text.append(template.substring(at)).toString().strip();
    }

    private String label(String name) {
        if (name.equals("asOf")) {
            return "the day";
        }
        if (name.startsWith(DERIVED)) {
            return policies.get(name).title();
        }
        return name.startsWith("law.") ? set.law(name.substring(4)).label()
                : name.startsWith(LawDatum.HOUSE) ? set.law(name).label() : set.vocabulary().get(name).label();
    }

    /** A condition on its own, with what it rests on. */
    Statement statement(Expr expr) {
        follow(expr);
        words.citeAgain();
        return statements.of(expr);
    }

    /** A value on its own, named, with what it rests on. */
    Statement value(String opening, Expr expr) {
        follow(expr);
        words.citeAgain();
        return new Statement(null, true, new Sentence.Phrase().words(opening).and(words.of(expr)).sentence(), Statement.Joins.NONE, List.of());
    }

    /** Works out what an expression refers to, before whatever refers to it. */
    private void follow(Expr expr) {
        expr.walk(one -> {
            if (one instanceof Expr.DecisionRef ref && !steps.containsKey(ref.id())) {
                Policy policy = java.util.Objects.requireNonNull(policies.get(ref.id()));
                Stage stage = stage("", policy, set.decision(ref.id()));
                steps.put(ref.id(), new Step(policy, stage));
            }
        });
    }

    private List<Assumed> assumptions() {
        List<Assumed> all = new ArrayList<>();
        for (AssumptionRule rule : set.assumptionRules()) {
            int bit = rule.assumption().bit();
            if (run != null && (assumed & bit) != 0) {
                all.add(new Assumed(rule.assumption(), true, statement(rule.needs()), null, null));
            } else if (run != null && (defeated & bit) != 0) {
                all.add(against(rule, run.defeater(rule)));
            }
        }
        return all;
    }

    private Assumed against(AssumptionRule rule, @Nullable String defeater) {
        Statement needs = statement(rule.needs());
        for (AssumptionRule.Defeater one : rule.defeaters()) {
            if (one.id().equals(defeater)) {
                return new Assumed(rule.assumption(), false, needs,
                        java.util.Objects.requireNonNull(reasons).why(one.id(), one.why()).text(), statement(one.when()));
            }
        }
        return new Assumed(rule.assumption(), false, needs,
                "Sources disagree on a fact that would otherwise be assumed, so nothing is assumed.", null);
    }
}
