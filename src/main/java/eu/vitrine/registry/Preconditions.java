package eu.vitrine.registry;

import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** On which revision a program's write rests, by RFC 9110 section 13: no write goes without saying so. */
@Component
public class Preconditions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\"(\\d{1,9})-[0-9a-f]{16}\"");

    private final Records records;

    Preconditions(Records records) {
        this.records = records;
    }

    /**
     * The number of the head, if {@code If-Match} names it.
     *
     * @throws ErrorResponseException with 428 where the header is missing, with 412, the tag of the head and the names of what
     *     changed meanwhile where it names another revision
     * @throws NoSuchRecord if there is no such record
     */
    public int matching(Kind kind, String slug, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw required();
        }
        Edition head = records.head(kind, slug);
        List<String> tags = strong(ifMatch);
        if (ifMatch.strip().equals("*") || tags.contains(head.pin().etag())) {
            return head.pin().number();
        }
        throw stale(head, tags);
    }

    /**
     * The same for a write that may also create: 0 where {@code If-None-Match: *} says that there must be no such record.
     *
     * @throws ErrorResponseException as {@link #matching}; also with 412 where there is a record and should be none, or none and
     *     should be one
     */
    int matchingOrNew(Kind kind, String slug, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        Optional<Edition> head = records.find(kind, slug);
        if ("*".equals(ifNoneMatch == null ? null : ifNoneMatch.strip()) && ifMatch == null) {
            head.ifPresent(edition -> {
                throw stale(edition, List.of());
            });
            return 0;
        }
        if (head.isEmpty() && ifMatch != null) {
            throw new ErrorResponseException(HttpStatus.PRECONDITION_FAILED, ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED,
                    "There is no " + kind.code() + " \"" + slug + "\" yet; to create it send If-None-Match: * instead of If-Match."), null);
        }
        if (ifMatch == null) {
            throw required();
        }
        return matching(kind, slug, ifMatch);
    }

    private static ErrorResponseException required() {
        return new ErrorResponseException(HttpStatus.PRECONDITION_REQUIRED, ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_REQUIRED,
                "Say on which revision the change rests: send its entity tag as If-Match, or If-None-Match: * to create a record."), null);
    }

    private static List<String> strong(String header) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                tags.add("\"" + matcher.group(2) + "\"");
            }
        }
        return tags;
    }

    /** What a save that came too late is answered. */
    public ErrorResponseException stale(StaleRevision stale) {
        RevisionPin pin = stale.present().pin();
        return stale(records.head(pin.kind(), pin.slug()), stale.expected() == 0 ? List.of()
                : List.of(records.revision(pin.kind(), pin.slug(), stale.expected()).pin().etag()));
    }

    private ErrorResponseException stale(Edition head, List<String> tags) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, "The " + head.pin().kind().code() + " \""
                + head.pin().slug() + "\" is at revision " + head.pin().number() + ", saved by " + head.revision().by().name()
                + ". Read it again and decide; nothing was saved.");
        problem.setProperty("current", head.pin().etag());
        problem.setProperty("changed", tags.stream().map(tag -> changed(head, tag)).flatMap(Optional::stream).findFirst().orElse(List.of()));
        var refusal = new ErrorResponseException(HttpStatus.PRECONDITION_FAILED, problem, null);
        refusal.getHeaders().setETag(head.pin().etag());
        return refusal;
    }

    /** What changed since the revision of a tag, by name; empty where the tag is of none. */
    private Optional<List<String>> changed(Edition head, String tag) {
        Matcher matcher = NUMBER.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        if (number < 1 || number >= head.pin().number()) {
            return Optional.empty();
        }
        Edition then = records.revision(head.pin().kind(), head.pin().slug(), number);
        if (!then.pin().etag().equals(tag)) {
            return Optional.empty();
        }
        RecordDiff diff = RecordDiff.between(head.pin().kind(), then.file(), head.file());
        List<String> names = new ArrayList<>(diff.attributes().stream().map(RecordDiff.Attribute::name).toList());
        names.addAll(diff.facts().stream().map(RecordDiff.Changed::id).toList());
        return Optional.of(names);
    }
}
