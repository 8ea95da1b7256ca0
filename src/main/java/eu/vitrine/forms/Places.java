package eu.vitrine.forms;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the record that the address of a form names. */
@Component
class Places {

    /** Pattern of the addresses of records that have a slug in them; the organisation is one and has none. */
    static final String RECORD = "/{records:models|providers|licences|services|uses}/{slug}";
    static final String OURSELVES = "/organisation";

    private final Records records;

    Places(Records records) {
        this.records = records;
    }

    /**
     * The record named by the variables of {@link #RECORD}; without them, the organisation.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is none
     */
    Place of(Map<String, String> path) {
        String list = path.get("records");
        String slug = path.get("slug");
        Edition head;
        if (list == null || slug == null) {
            head = records.organisation().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } else {
            head = records.head(kind(list), slug);
        }
        return new Place(head.pin().kind(), head.pin().slug(), head.file().name());
    }

    /** The kind whose list has this address: {@code models}, {@code organisation}. */
    static Kind kind(String list) {
        return Kind.of(list).or(() -> Kind.of(list.substring(0, list.length() - 1))).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
