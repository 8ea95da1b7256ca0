package eu.vitrine.history;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The record that an address is about.
 *
 * @param slug of the organisation the slug of its record
 */
record Place(Kind kind, String slug) {

    private static final String API = "/api/v1";

    /**
     * The record of an address, for people or for programs.
     *
     * @param slug as in the address; null where it has none, because it is about the organisation
     * @throws ResponseStatusException with 404 where nothing is recorded of the organisation
     */
    static Place at(String path, @Nullable String slug, Records records) {
        if (slug == null) {
            return records.organisation().map(edition -> new Place(Kind.ORGANISATION, edition.pin().slug()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is recorded of the organisation."));
        }
        String own = path.startsWith(API) ? path.substring(API.length()) : path;
        Kind kind = Arrays.stream(Kind.values()).filter(one -> own.startsWith("/" + one.code() + "s/")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of record has the address " + own));
        return new Place(kind, slug);
    }

    /** Page of the record. */
    public String path() {
        return RecordName.pathOf(kind, slug);
    }

    /** Page of its revisions. */
    public String revisions() {
        return path() + "/revisions";
    }

    /** Page of the list it stands in; of the organisation its own page. */
    public String list() {
        return kind == Kind.ORGANISATION ? path() : "/" + kind.code() + "s";
    }

    /** Message key of the name of that list. */
    public String listKey() {
        return kind == Kind.ORGANISATION ? "nav.organisation" : "nav." + kind.code() + "s";
    }
}
