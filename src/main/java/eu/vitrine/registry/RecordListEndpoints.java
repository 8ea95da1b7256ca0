package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists for programs, with the parameters of the pages; {@code openapi/registry-lists.json} describes them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordListEndpoints {

    private static final int MOST = 200;
    private static final List<String> OF_A_MODEL = List.of(HeadIndex.VERSION, HeadIndex.PROVIDER);
    /** Parameters of pages that programs do not have. */
    private static final Set<String> NOT_HERE = Set.of(ListReading.COLUMNS, ListReading.SIZE, ListReading.AFTER, "view", "format");

    private final RecordLists lists;
    private final ListAddress address;

    RecordListEndpoints(RecordLists lists, ListAddress address) {
        this.lists = lists;
        this.address = address;
    }

    record ModelLine(String slug, String name, Instant changedAt, @Nullable String version, @Nullable String provider) {}

    record Line(String slug, String name, Instant changedAt) {}

    /** @param next cursor of the next page, or null on the last */
    record Models(List<ModelLine> models, @Nullable String next, @Nullable Integer total) {}

    record Providers(List<Line> providers, @Nullable String next, @Nullable Integer total) {}

    record Licences(List<Line> licences, @Nullable String next, @Nullable Integer total) {}

    record Services(List<Line> services, @Nullable String next, @Nullable Integer total) {}

    record Uses(List<Line> uses, @Nullable String next, @Nullable Integer total) {}

    private record Asked(RecordSearch search, RecordPage page, int limit, @Nullable Integer total) {

        List<Line> lines() {
            return page.records().stream().map(record -> new Line(record.name().slug(), record.name().name(), record.changedAt())).toList();
        }
    }

    @GetMapping("/models")
    ResponseEntity<Models> models(@RequestParam MultiValueMap<String, String> given) {
        Asked asked = ask(Kind.MODEL, given, OF_A_MODEL);
        return answer(asked, new Models(asked.page().records().stream().map(RecordListEndpoints::model).toList(), asked.page().next(), asked.total()));
    }

    private static ModelLine model(ListedRecord record) {
        return new ModelLine(record.name().slug(), record.name().name(), record.changedAt(), record.terms(HeadIndex.VERSION).stream().findFirst().orElse(null),
                record.terms(HeadIndex.PROVIDER).stream().findFirst().orElse(null));
    }

    @GetMapping("/providers")
    ResponseEntity<Providers> providers(@RequestParam MultiValueMap<String, String> given) {
        Asked asked = ask(Kind.PROVIDER, given, List.of());
        return answer(asked, new Providers(asked.lines(), asked.page().next(), asked.total()));
    }

    @GetMapping("/licences")
    ResponseEntity<Licences> licences(@RequestParam MultiValueMap<String, String> given) {
        Asked asked = ask(Kind.LICENCE, given, List.of());
        return answer(asked, new Licences(asked.lines(), asked.page().next(), asked.total()));
    }

    @GetMapping("/services")
    ResponseEntity<Services> services(@RequestParam MultiValueMap<String, String> given) {
        Asked asked = ask(Kind.SERVICE, given, List.of());
        return answer(asked, new Services(asked.lines(), asked.page().next(), asked.total()));
    }

    @GetMapping("/uses")
    ResponseEntity<Uses> uses(@RequestParam MultiValueMap<String, String> given) {
        Asked asked = ask(Kind.USE, given, List.of());
        return answer(asked, new Uses(asked.lines(), asked.page().next(), asked.total()));
    }

    /** @throws NoSuchFilter if there is a parameter or value that cannot be understood */
    private Asked ask(Kind kind, MultiValueMap<String, String> given, List<String> keys) {
        given.forEach((name, values) -> {
            if (NOT_HERE.contains(name)) {
                throw refused(name, first(given, name), ListProblem.Kind.NO_FILTER);
            }
        });
        RecordSearch search = lists.read(kind, given);
        int limit = limit(first(given, "limit"));
        String word = first(given, "cursor");
        ListCursor cursor = word.isEmpty() ? null
                : ListCursor.of(word, search.order()).orElseThrow(() -> refused("cursor", word, ListProblem.Kind.NO_PLACE));
        String counting = first(given, "total");
        if (!counting.isEmpty() && !counting.equals("true") && !counting.equals("false")) {
            throw refused("total", counting, ListProblem.Kind.NO_CHOICE);
        }
        RecordQuery.Prepared prepared = lists.prepare(search);
        Integer total = counting.equals("true") ? lists.total(prepared) : null;
        return new Asked(search, lists.page(prepared, cursor, limit, keys), limit, total);
    }

    private static int limit(String limit) {
        if (limit.isEmpty()) {
            return ListRequest.SIZE;
        }
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw refused("limit", limit, ListProblem.Kind.NO_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static String first(MultiValueMap<String, String> given, String name) {
        String value = given.getFirst(name);
        return value == null ? "" : value;
    }

    private static NoSuchFilter refused(String parameter, String value, ListProblem.Kind kind) {
        return new NoSuchFilter(List.of(new ListProblem(parameter, value, kind)));
    }

    private <T> ResponseEntity<T> answer(Asked asked, T body) {
        var answer = ResponseEntity.ok();
        if (asked.page().next() != null) {
            String query = String.join("&", address.search(asked.search()));
            answer.header(HttpHeaders.LINK, "</api/v1" + RecordPaths.list(asked.search().kind()) + "?" + (query.isEmpty() ? "" : query + "&") + "limit=" + asked.limit()
                    + (asked.total() == null ? "" : "&total=true") + "&cursor=" + asked.page().next() + ">; rel=\"next\"");
        }
        return answer.body(body);
    }
}
