package eu.vitrine.requests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for programs: one's own, and how far they are. */
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("isAuthenticated()")
class RequestEndpoints {

    private final Requests requests;

    RequestEndpoints(Requests requests) {
        this.requests = requests;
    }

    /** @param record path of the record it became, or null */
    record Line(int number, String what, String status, @Nullable LocalDate expectedOn, @Nullable String record, @Nullable String answer) {

        static Line of(UseRequest request) {
            return new Line(request.number(), request.asked().what(), request.status().name(), request.expectedOn(),
                    request.record() == null ? null : request.record().path(), request.answer());
        }
    }

    @GetMapping
    List<Line> own() {
        return requests.own().stream().map(Line::of).toList();
    }

    @GetMapping("/{number}")
    Line one(@PathVariable int number) {
        return Line.of(requests.one(number));
    }
}
