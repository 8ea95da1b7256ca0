package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** The records that a list shows, all of them, for what hands a whole list out. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class ListedRecords {

    private final RecordLists lists;
    private final ModelRegistry registry;

    ListedRecords(RecordLists lists, ModelRegistry registry) {
        this.lists = lists;
        this.registry = registry;
    }

    /**
     * The slugs of the records that the list at this address shows, on all its pages and in its order.
     *
     * @param parameters the query of the address
     * @throws NoSuchFilter if there is a parameter or value that cannot be understood; nothing is handed out then, rather than too much
     */
    public List<String> slugs(Kind kind, MultiValueMap<String, String> parameters) {
        if (kind == Kind.ORGANISATION) {
            return registry.organisation().map(ours -> List.of(ours.slug())).orElse(List.of());
        }
        List<String> slugs = new ArrayList<>();
        lists.forEach(lists.read(kind, parameters), some -> some.forEach(record -> slugs.add(record.slug())));
        return slugs;
    }
}
