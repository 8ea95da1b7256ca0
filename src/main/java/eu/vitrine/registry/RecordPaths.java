package eu.vitrine.registry;

import eu.vitrine.facts.Kind;

/** Where the pages of records are. */
final class RecordPaths {

    private RecordPaths() {}

    /** The page of a record; the organisation is one and has one page. A slug needs no encoding: it has letters, digits and {@code . - _}. */
    static String of(Kind kind, String slug) {
        return kind == Kind.ORGANISATION ? list(kind) : list(kind) + "/" + slug;
    }

    /** The page that lists the records of a kind. */
    static String list(Kind kind) {
        return switch (kind) {
            case MODEL -> "/models";
            case PROVIDER -> "/providers";
            case LICENCE -> "/licences";
            case SERVICE -> "/services";
            case USE -> "/uses";
            case ORGANISATION -> "/organisation";
        };
    }
}
