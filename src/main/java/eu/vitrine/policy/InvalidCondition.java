package eu.vitrine.policy;

import eu.vitrine.facts.Problem;
import java.util.List;

/** A condition that cannot be used, with what is wrong and where. */
final class InvalidCondition extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidCondition(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    InvalidCondition(Problem problem) {
        this(List.of(problem));
    }

    List<Problem> problems() {
        return problems;
    }
}
