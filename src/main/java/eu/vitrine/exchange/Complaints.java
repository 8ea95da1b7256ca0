package eu.vitrine.exchange;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.util.AbstractList;
import java.util.List;

/** The problems of one file while it is read. After a certain number the reading ends: nobody mends more at a time. */
final class Complaints extends AbstractList<Problem> {

    private static final int MOST = 200;

    private final String file;
    private final List<Problem> problems;

    Complaints(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Takes a further problem.
     *
     * @throws InvalidFile when there are too many already
     */
    @Override
    public boolean add(Problem problem) {
        if (problems.size() >= MOST) {
            throw new InvalidFile(new Problem(file, 0, 0, "the file has more than " + MOST + " problems; mend those named here first"));
        }
        return problems.add(problem);
    }

    @Override
    public Problem get(int index) {
        return problems.get(index);
    }

    @Override
    public int size() {
        return problems.size();
    }
}
