package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.policy.ExprMutants.Change;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Slips that the benchmark makes in policies, and whether it tells those that the cases miss. */
class MutationTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final ExprMutants MUTANTS = new ExprMutants(SET.vocabulary());
    private static final Expr TRAINING = fact("model.training.cumulative_compute");
    private static final Expr PRETRAINED = fact("model.new_pretraining_run");

    @Test
    void a_comparison_takes_in_its_bound_or_leaves_it_out() {
        Expr less = op(Expr.Operation.LESS, TRAINING, new Expr.LawRef("systemic_risk_presumption"));
        Expr atMost = op(Expr.Operation.LESS_OR_EQUAL, TRAINING, new Expr.LawRef("systemic_risk_presumption"));

        assertThat(mutants(less)).containsExactly(atMost);
        assertThat(mutants(atMost)).containsExactly(less);
    }

    @Test
    void an_equality_turns_into_its_contrary_and_back() {
        Expr equal = op(Expr.Operation.EQUAL, fact("model.generality"), new Expr.Constant("broad"));

        assertThat(mutants(equal)).containsExactly(op(Expr.Operation.NOT, equal));
        assertThat(mutants(op(Expr.Operation.NOT, equal))).containsExactly(equal);
    }

    @Test
    void every_operand_of_a_chain_is_forgotten_once_and_every_connective_taken_for_the_other() {
        Expr one = op(Expr.Operation.KNOWN, TRAINING);
        Expr two = op(Expr.Operation.KNOWN, PRETRAINED);
        Expr three = op(Expr.Operation.CONFLICT, TRAINING);
        Expr chain = op(Expr.Operation.AND, op(Expr.Operation.AND, one, two), three);

        assertThat(mutants(chain)).containsExactlyInAnyOrder(op(Expr.Operation.AND, two, three), op(Expr.Operation.AND, one, three),
                op(Expr.Operation.AND, one, two), op(Expr.Operation.OR, one, op(Expr.Operation.AND, two, three)),
                op(Expr.Operation.OR, op(Expr.Operation.AND, one, two), three));
    }

    @Test
    void a_bare_boolean_is_negated_and_what_is_asked_about_it_is_not() {
        assertThat(mutants(PRETRAINED)).containsExactly(op(Expr.Operation.NOT, PRETRAINED));
        assertThat(mutants(op(Expr.Operation.KNOWN, PRETRAINED))).isEmpty();
    }

    @Test
    void a_count_moves_by_one_and_a_quantity_by_a_hair() {
        assertThat(ExprMutants.near(14)).containsExactly(13.0, 15.0);
        assertThat(ExprMutants.near(1e25)).containsExactly(Math.nextDown(1e25), Math.nextUp(1e25));
    }

    @Test
    void no_slip_is_made_twice_in_the_same_place_and_none_changes_nothing() {
        SetParts parts = SetParts.of(SET);
        parts.decisions().values().forEach(decision -> {
            List<Decision> changed = new DecisionMutants(MUTANTS).of(decision, List.of("YES", "NO")).stream().map(Change::changed).toList();
            assertThat(changed).as(decision.id()).doesNotContain(decision);
        });
    }

    @Test
    void a_case_on_the_line_notices_a_moved_line_and_a_case_beside_it_does_not() throws InterruptedException, ExecutionException {
        assertThat(fateOfTheLine("2.0e+25")).containsOnly(MutationCheck.Fate.SURVIVED);
        assertThat(fateOfTheLine("1.0e+25")).contains(MutationCheck.Fate.KILLED);
    }

    @Test
    void a_survivor_comes_with_a_situation_that_would_tell_it() throws InterruptedException, ExecutionException {
        List<MutationCheck.Verdict> verdicts = verdicts("2.0e+25");

        assertThat(verdicts).hasSize(2).allSatisfy(one -> assertThat(one.hint()).contains("CLS-3 as in \"a figure\"").contains(", not "));
    }

    private static List<MutationCheck.Fate> fateOfTheLine(String figure) throws InterruptedException, ExecutionException {
        return verdicts(figure).stream().map(MutationCheck.Verdict::fate).toList();
    }

    /** The fates of a moved threshold for systemic risk, with one case of a figure with its own interval. */
    private static List<MutationCheck.Verdict> verdicts(String figure) throws InterruptedException, ExecutionException {
        List<CaseFile.Case> one = CaseFile.read("policy: CLS-3\ncases:\n  - case: a figure\n    as_of: \"2026-11-23\"\n"
                + "    facts: {model.generality: broad, model.training.cumulative_compute: {min: " + figure + ", max: " + figure + "}}\n"
                + "    expect: {value: " + (figure.equals("1.0e+25") ? "NO" : "YES") + "}\n", "cases/CLS-3.yaml", SET);
        SetParts parts = SetParts.of(SET);
        List<Mutant> moved = Mutants.of(parts).stream().filter(mutant -> mutant.file().equals("law.systemic_risk_presumption")).toList();
        MutationCheck check = new MutationCheck(SET, one);
        assertThat(check.wrongCases()).isEmpty();
        return check.verdicts(moved, 1, done -> { });
    }

    private static List<Expr> mutants(Expr expr) {
        return MUTANTS.of(expr).stream().map(Change::changed).toList();
    }

    private static Expr fact(String id) {
        return new Expr.FactRef(Expr.Of.SUBJECT, SET.vocabulary().get(id).index());
    }

    private static Expr op(Expr.Operation operation, Expr... args) {
        return new Expr.Op(operation, List.of(args));
    }
}
