package eu.vitrine.exchange;

import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Subject;
import java.util.List;

/**
 * What came of reading some files: a file is either a record or has at least one problem.
 *
 * @param records the files that could be read, in the order given
 * @param problems everything wrong in the others, in the order of the files and then of their lines
 */
public record Reading(List<RecordFile> records, List<Problem> problems) {

    public Reading {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** One subject for each record; see {@link Subjects#of}. */
    public List<Subject> subjects() {
        return Subjects.of(records);
    }
}
