package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.Optional;

/** Where the pages of records are. */
final class RecordPaths {

    private RecordPaths() {}

    /** The page of a record, or empty for a kind without pages. A slug needs no encoding: it has letters, digits and {@code . - _}. */
    static Optional<String> of(Kind kind, String slug) {
        return list(kind).map(list -> list + "/" + slug);
    }

    /** The page that lists the records of a kind, or empty for a kind without pages. */
    static Optional<String> list(Kind kind) {
        return switch (kind) {
            case MODEL -> Optional.of("/models");
            case PROVIDER -> Optional.of("/providers");
            case LICENCE -> Optional.of("/licences");
            case SERVICE -> Optional.of("/services");
            case USE, ORGANISATION -> Optional.empty();
        };
    }
}
