package eu.vitrine.cli;

import eu.vitrine.facts.Problem;
import java.io.PrintWriter;
import java.util.List;

/** Where commands write: results to one stream, everything else to the other. */
record Output(PrintWriter out, PrintWriter err) {

    /** Prints every problem on a line of its own. */
    void problems(List<Problem> problems) {
        problems.forEach(problem -> err.println(problem));
        err.flush();
    }
}
