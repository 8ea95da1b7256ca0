package eu.vitrine.intake;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.registry.ModelRegistry;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs. */
@RestController
@PreAuthorize("hasRole('OFFICER')")
class ImportEndpoints {

    private final ModelRegistry registry;

    ImportEndpoints(ModelRegistry registry) {
        this.registry = registry;
    }

    /** @param written the revisions written; what was already so is not among them */
    record Imported(List<RevisionWritten> written) {}

    record RevisionWritten(String kind, String slug, int number, String sha256) {}

    /** @param name name of the file, for messages */
    @PostMapping(path = "/api/v1/imports", consumes = {MediaType.APPLICATION_JSON_VALUE, "application/yaml"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Imported take(@RequestBody byte[] file, @RequestParam(defaultValue = "the file") String name) {
        try {
            return new Imported(registry.importRecords(List.of(new Source(name, file))).stream()
                    .map(pin -> new RevisionWritten(pin.kind().code(), pin.slug(), pin.number(), pin.sha256())).toList());
        } catch (InvalidFile e) {
            throw refused(e);
        }
    }

    private static ErrorResponseException refused(InvalidFile invalid) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "The file cannot be used as it is; nothing was saved.");
        problem.setProperty("errors", invalid.problems().stream().map(Place::of).toList());
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, invalid);
    }

    /** @param line one-based; 0 where the whole file is meant */
    record Place(int line, int column, String detail) {

        static Place of(Problem problem) {
            return new Place(problem.line(), problem.column(), problem.message());
        }
    }
}
