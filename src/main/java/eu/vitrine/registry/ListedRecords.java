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

    private final ModelRegistry registry;
    private final ModelFilters filters;

    ListedRecords(ModelRegistry registry, ModelFilters filters) {
        this.registry = registry;
        this.filters = filters;
    }

    /**
     * The slugs of the records that the list at this address shows, on all its pages and in its order.
     *
     * @param parameters the query of the address; what is no filter of the list is left out
     */
    public List<String> slugs(Kind kind, MultiValueMap<String, String> parameters) {
        String text = parameters.getFirst("q") == null ? "" : String.valueOf(parameters.getFirst("q")).strip();
        return switch (kind) {
            case MODEL -> models(filters.read(parameters, text, 1));
            case PROVIDER, LICENCE, SERVICE -> parts(kind, text);
            case USE -> registry.all(kind).stream().map(RecordName::slug).toList();
            case ORGANISATION -> registry.organisation().map(ours -> List.of(ours.slug())).orElse(List.of());
        };
    }

    private List<String> models(ModelSearch search) {
        List<String> slugs = new ArrayList<>();
        ModelList list;
        int page = 1;
        do {
            list = registry.search(new ModelSearch(search.text(), search.filters(), page++));
            list.models().forEach(row -> slugs.add(row.model().slug()));
        } while (list.hasNext());
        return slugs;
    }

    private List<String> parts(Kind kind, String text) {
        List<String> slugs = new ArrayList<>();
        PartList list;
        int page = 1;
        do {
            list = registry.parts(kind, text, List.of(""), page++);
            list.parts().forEach(row -> slugs.add(row.record().slug()));
        } while (list.hasNext());
        return slugs;
    }
}
