package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer follows from facts and law, step by step, in plain English. Whoever shows it shows the same: command line, page
 * and dossier.
 *
 * @param policy what is explained
 * @param answer the whole answer in words; null where it is explained without a subject
 * @param chain answers that it rests on, each once and after those that it rests on itself
 * @param stages the questions that the policy itself answers, in order
 * @param assumptions what was assumed in any of it, and what could not be assumed because a fact speaks against it
 * @param disputes on what sources disagree of the facts that the answer rests on, and what each of their claims would lead to
 */
public record Explanation(Policy policy, @Nullable String answer, List<Step> chain, List<Stage> stages, List<Assumed> assumptions,
        List<Dispute> disputes) {

    /**
     * An answer that others rest on: a condition, a classification or a derived value.
     *
     * @param policy what is answered
     * @param stage how
     */
    public record Step(Policy policy, Stage stage) {}

    /**
     * A question and how it was answered.
     *
     * @param question for people; empty where the title of the policy says it
     * @param answer in words; null without a subject
     * @param rows read from the top, as far as they were read; without a subject all of them
     * @param basis where no table decides: the day or condition itself
     * @param more what else bears on the answer, as whole sentences
     * @param open ids of the facts that would settle it
     * @param review whether a person should look
     */
    public record Stage(String question, @Nullable String answer, List<Row> rows, List<Statement> basis, List<String> more, List<String> open,
            boolean review) {
        public Stage {
            rows = List.copyOf(rows);
            basis = List.copyOf(basis);
            more = List.copyOf(more);
            open = List.copyOf(open);
        }

        /** The rows that decided; several where an answer is open. */
        public List<Row> deciding() {
            return rows.stream().filter(Row::decides).toList();
        }

        /** The single conditions that decided, as sentences, each once. */
        public List<Sentence> because() {
            return turning(deciding());
        }

        /** Where a row decided that holds otherwise: what kept the rows before it from deciding, each once. */
        public List<String> ruledOut() {
            boolean otherwise = deciding().stream().anyMatch(row -> row.when() == null);
            return otherwise ? turning(passed()).stream().flatMap(sentence -> sentence.named().stream()).distinct().toList() : List.of();
        }

        private static List<Sentence> turning(List<Row> rows) {
            return rows.stream().map(Row::when).filter(java.util.Objects::nonNull)
                    .flatMap(when -> when.deciding().stream()).map(Statement::sentence).distinct().toList();
        }

        /** The rows that were read and did not decide. */
        public List<Row> passed() {
            return rows.stream().filter(row -> !row.decides()).toList();
        }
    }

    /**
     * A row of a table.
     *
     * @param id name of the row within the policy
     * @param truth how its condition stands; null without a subject
     * @param decides whether the answer comes from it, or is open because of it
     * @param assumes ids of the assumptions that it makes; empty for a row that makes none
     * @param when its condition; null for a row that holds otherwise
     * @param then what it says
     * @param why its reason, filled in; as it stands in the policy without a subject
     * @param ground provision behind an exemption
     */
    public record Row(String id, Statement.@Nullable Truth truth, boolean decides, List<String> assumes, @Nullable Statement when,
            Sentence then, @Nullable String why, @Nullable String ground) {
        public Row {
            assumes = List.copyOf(assumes);
        }
    }

    /**
     * An assumption.
     *
     * @param made whether it was made; otherwise a fact speaks against it
     * @param needs what has to hold for it
     * @param against the fact that speaks against it, as a sentence; null where it was made
     * @param because the condition that switched it off; null where it was made, or where sources disagree
     */
    public record Assumed(Assumption assumption, boolean made, Statement needs, @Nullable String against, @Nullable Statement because) {}

    public Explanation {
        chain = List.copyOf(chain);
        stages = List.copyOf(stages);
        assumptions = List.copyOf(assumptions);
        disputes = List.copyOf(disputes);
    }

    /** Whether the answer of this policy is one of those in the chain. */
    public boolean explains(String policy) {
        return chain.stream().anyMatch(step -> step.policy().id().equals(policy));
    }

    /** Ids of the facts that its own stages turn on, each once. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (Stage stage : stages) {
            stage.deciding().forEach(row -> facts.addAll(row.when() == null ? List.of() : row.when().facts()));
            stage.basis().forEach(one -> facts.addAll(one.facts()));
        }
        return facts.stream().distinct().toList();
    }
}
