package eu.vitrine.registry;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FactSection.Grid;
import eu.vitrine.registry.FactSection.Piece;
import eu.vitrine.registry.FactSection.Said;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts claims into words with what they lead to: addresses, other records, sources.
 *
 * @param pathOf the page of a record, where the registry has the record and a page for it
 */
record Saying(BiFunction<Kind, String, Optional<String>> pathOf, Function<String, Piece> archived) {


    private static final String ROW_SOURCE = "Source";

    /** A claim in words. */
    Said of(FactDeclaration declared, Claim claim) {
        return new Said(claim.state(), pieces(declared, claim), table(declared, claim), basis(claim.value()),
                claim.sourceUrl() == null ? null : source(claim.sourceUrl()),
                claim.asOf() == null ? null : FactWords.day(claim.asOf()), claim.note(),
                claim.searched() == null ? List.of() : claim.searched().where(), claim.evidence().stream().map(archived).toList(),
                claim.tier() == null ? null : claim.tier().words(), claim.checkedOn() == null ? null : FactWords.day(claim.checkedOn()),
                declared.prose() && claim.value() instanceof FactValue.Text);
    }

    private List<Piece> pieces(FactDeclaration declared, Claim claim) {
        FactType type = declared.element() == null ? declared.type() : declared.element();
        return switch (claim.value()) {
            case FactValue.Text text -> List.of(piece(type, declared.refersTo(), declared.choices(), text.value()));
            case FactValue.Items items when !items.values().isEmpty() ->
                    items.values().stream().map(item -> piece(type, declared.refersTo(), declared.choices(), item)).toList();
            case null, default -> List.of(new Piece(FactWords.of(declared, claim), null));
        };
    }

    private Piece piece(FactType type, @Nullable Kind refersTo, Map<String, String> choices, String value) {
        return switch (type) {
            case URL -> new Piece(value, value);
            case COUNTRY -> new Piece(Codes.country(value), null);
            case REFERENCE -> new Piece(value, refersTo == null ? null : pathOf.apply(refersTo, value).orElse(null));
            default -> new Piece(choices.getOrDefault(value, value), null);
        };
    }

    /** A value of the index in words. */
    static String term(FactDeclaration declared, String term) {
        FactType type = declared.element() == null ? declared.type() : declared.element();
        return switch (type) {
            case BOOLEAN -> term.equals("true") ? "yes" : "no";
            case COUNTRY -> Codes.country(term);
            case DATE -> Day.parse(term).map(FactWords::day).orElse(term);
            case INTEGER, DECIMAL, QUANTITY, MONEY -> ListFigures.words(declared, term);
            case LANGUAGE -> Codes.language(term);
            default -> declared.choices().getOrDefault(term, term);
        };
    }

    private static @Nullable String basis(@Nullable FactValue value) {
        if (!(value instanceof FactValue.Amount amount)) {
            return null;
        }
        String basis = Stream.of(amount.by(), amount.method()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return basis.isEmpty() ? null : basis;
    }

    /** A source is named by its host; the whole address is where it leads. */
    private static Piece source(String address) {
        String host = URI.create(address).getHost();
        return new Piece(host == null ? address : host.startsWith("www.") ? host.substring(4) : host, address);
    }

    private @Nullable Grid table(FactDeclaration declared, Claim claim) {
        if (!(claim.value() instanceof FactValue.Rows rows)) {
            return null;
        }
        boolean sourced = rows.rows().stream().anyMatch(row -> row.sourceUrl() != null || !row.evidence().isEmpty());
        var heads = new ArrayList<>(declared.columns().stream().map(FactDeclaration.Column::label).toList());
        if (sourced) {
            heads.add(ROW_SOURCE);
        }
        var cells = rows.rows().stream().map(row -> cells(declared, row, sourced)).toList();
        return new Grid(heads, cells, completeness(claim.completeness()));
    }

    private List<Piece> cells(FactDeclaration declared, FactValue.Row row, boolean sourced) {
        var cells = new ArrayList<Piece>();
        for (FactDeclaration.Column column : declared.columns()) {
            cells.add(cell(column, row.cell(column.name())));
        }
        if (sourced) {
            cells.add(!row.evidence().isEmpty() ? archived.apply(row.evidence().getFirst())
                    : row.sourceUrl() == null ? new Piece("", null) : source(row.sourceUrl()));
        }
        return cells;
    }

    private Piece cell(FactDeclaration.Column column, @Nullable FactValue value) {
        return switch (value) {
            case null -> new Piece("", null);
            case FactValue.Text text -> piece(column.type(), column.refersTo(), column.choices(), text.value());
            default -> new Piece(FactWords.cell(column, value), null);
        };
    }

    private static String completeness(Completeness completeness) {
        return switch (completeness) {
            case COMPLETE -> "complete";
            case INCOMPLETE -> "not complete";
            case NOT_KNOWN -> "not known to be complete";
        };
    }
}
