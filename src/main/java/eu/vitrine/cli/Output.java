package eu.vitrine.cli;

import eu.vitrine.facts.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where commands write: results to one stream, everything else to the other. */
record Output(PrintWriter out, PrintWriter err) {

    /** Prints a document of JSON in UTF-8 as it is. */
    void json(ByteArrayOutputStream document) {
        out.print(document.toString(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Prints every problem on a line of its own. */
    void problems(List<Problem> problems) {
        problems.forEach(problem -> err.println(problem));
        err.flush();
    }
}
