package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordLists;
import eu.vitrine.registry.RecordName;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The model that a program means: by slug, package URL, repository on a hub or another identifier, each with or without a version after
 * an {@code @}. A version that the record does not have is another model, about which nothing is known.
 */
@Component
class ModelAsked {

    private static final int LONGEST = 300;
    private static final String HUB = "pkg:huggingface/";

    private final RecordLists lists;
    private final FoundRecords found;
    private final ModelRegistry registry;

    ModelAsked(RecordLists lists, FoundRecords found, ModelRegistry registry) {
        this.lists = lists;
        this.found = found;
        this.registry = registry;
    }

    /**
     * Its slug.
     *
     * @throws ResponseStatusException with 404 where the person knows of none, or of several
     */
    String slug(String asked) {
        String text = asked.strip();
        Optional<String> slug = text.length() > LONGEST ? Optional.empty() : named(text).or(() -> hubOf(text).flatMap(this::named)).or(() -> versioned(text));
        return slug.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "The registry holds no model that goes by this name and version alone; name it by its slug, package URL or hub repository."));
    }

    /** Named so as a whole, or a repository or package URL that the record names with its revision. */
    private Optional<String> named(String text) {
        if (found.isThere(Kind.MODEL, text)) {
            return Optional.of(text);
        }
        Optional<String> exact = lists.identified(Kind.MODEL, text).filter(record -> record.kind() == Kind.MODEL).map(RecordName::slug);
        if (exact.isPresent() || text.isEmpty() || versionAt(text) > 0) {
            return exact;
        }
        List<RecordName> any = found.identified(List.of(text), 2);
        return any.size() == 1 ? Optional.of(any.getFirst().slug()) : Optional.empty();
    }

    private Optional<String> versioned(String text) {
        int at = versionAt(text);
        if (at <= 0) {
            return Optional.empty();
        }
        String base = text.substring(0, at);
        String version = text.substring(at + 1);
        return named(base).or(() -> hubOf(base).flatMap(this::named)).filter(slug -> version.equals(registry.model(slug).version()));
    }

    /** Packages of the hub are named after their repository. */
    private static Optional<String> hubOf(String text) {
        return text.startsWith(HUB) ? Optional.of(text.substring(HUB.length())) : Optional.empty();
    }

    /** Where the version begins: the last {@code @} that is no part of a path; 0 or less where there is none. */
    private static int versionAt(String text) {
        int at = text.lastIndexOf('@');
        return at > text.lastIndexOf('/') ? at : -1;
    }
}
