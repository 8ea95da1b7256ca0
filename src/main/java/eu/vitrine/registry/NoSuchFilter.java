package eu.vitrine.registry;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A list was asked with a parameter that it does not have, or a value that the parameter cannot have. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class NoSuchFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchFilter(List<ListProblem> problems) {
        super(String.join(" ", problems.stream().map(ListProblem::words).toList()));
    }
}
