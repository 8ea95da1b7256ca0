package eu.vitrine.facts;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used as it is, with every problem that was found in it. */
public final class InvalidFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidFile(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A file with a single problem. */
    public InvalidFile(Problem problem) {
        this(List.of(problem));
    }

    /** All problems in the order of the file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
