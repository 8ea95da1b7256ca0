package eu.vitrine.forms;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.State;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the fields of a form. Names of fields begin with a prefix, most often the id of the fact, and a colon.
 *
 * <p>{@code :answer} says what kind of answer it is: a code of {@link State}, or for a single choice {@code =} and the choice.
 */
final class ClaimFields {

    /** Before a choice or truth, in the field that holds the kind of answer. */
    static final String CHOSEN = "=";

    private final FactDeclaration declared;
    private final String prefix;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private ClaimFields(FactDeclaration declared, String prefix) {
        this.declared = declared;
        this.prefix = prefix;
    }

    /** The fields that a form shows for a claim. */
    static Input of(FactDeclaration declared, Claim claim, String prefix) {
        return new ClaimFields(declared, prefix).fill(claim);
    }

    /** Whether the answer is picked with one button and needs no further field. */
    static boolean isPicked(FactDeclaration declared) {
        return declared.type() == FactType.BOOLEAN || declared.type() == FactType.CHOICE;
    }

    static boolean isMany(FactDeclaration declared) {
        return declared.type() == FactType.LIST || declared.type() == FactType.TABLE;
    }

    private Input fill(Claim claim) {
        put("answer", answer(claim));
        if (claim.value() != null) {
            value(claim.value());
        }
        if (isMany(declared)) {
            put("complete", claim.completeness() == Completeness.COMPLETE ? "true" : claim.completeness() == Completeness.INCOMPLETE ? "false"
                    : claim.state() == State.VALUE ? "unknown" : null);
        }
        put("source_url", claim.sourceUrl());
        put("as_of", text(claim.asOf()));
        put("note", claim.note());
        put("tier", claim.tier() == null ? null : claim.tier().code());
        put("checked_on", text(claim.checkedOn()));
        put("evidence", claim.evidence().isEmpty() ? null : String.join("\n", claim.evidence()));
        if (claim.searched() != null) {
            put("searched_where", claim.searched().where().isEmpty() ? null : String.join("\n", claim.searched().where()));
            put("searched_on", text(claim.searched().on()));
            put("searched_by", claim.searched().by());
        }
        return new Input(fields);
    }

    /** Nothing is picked where nobody has said anything yet. */
    private @Nullable String answer(Claim claim) {
        if (claim.equals(Claim.unknown())) {
            return null;
        }
        if (claim.state() != State.VALUE || !isPicked(declared)) {
            return claim.state().code();
        }
        return CHOSEN + (claim.value() instanceof FactValue.Truth truth ? Boolean.toString(truth.value()) : ((FactValue.Text) claim.value()).value());
    }

    private void value(FactValue value) {
        switch (value) {
            case FactValue.Truth truth -> { }
            case FactValue.Text text -> put("value", isPicked(declared) ? null : declared.type() == FactType.LANGUAGE ? named(FactType.LANGUAGE, text.value()) : text.value());
            case FactValue.Date date -> put("value", date.day().text());
            case FactValue.Amount amount -> {
                put("value", number(amount.value()));
                put("min", number(amount.min()));
                put("max", number(amount.max()));
                put("by", amount.by());
                put("method", amount.method());
                put("currency", declared.type() == FactType.MONEY ? amount.unit() : null);
            }
            case FactValue.Items items -> fields.put(prefix + ":value",
                    declared.element() == FactType.CHOICE ? items.values()
                            : List.of(items.values().stream().map(item -> named(declared.element(), item)).collect(Collectors.joining("\n"))));
            case FactValue.Rows rows -> rows(rows.rows());
        }
    }

    private void rows(List<FactValue.Row> rows) {
        put("rows", Integer.toString(rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            FactValue.Row row = rows.get(i);
            String at = "row:" + i + ":";
            row.cells().forEach((column, cell) -> put(at + column, speaks(column) ? named(FactType.LANGUAGE, cell(cell)) : cell(cell)));
            put(at + "source_url", row.sourceUrl());
            put(at + "as_of", text(row.asOf()));
            put(at + "evidence", row.evidence().isEmpty() ? null : String.join("\n", row.evidence()));
        }
    }

    private boolean speaks(String column) {
        return declared.columns().stream().anyMatch(one -> one.name().equals(column) && one.type() == FactType.LANGUAGE);
    }

    /** Countries in lists and languages are read and typed by their names. */
    private static @Nullable String named(@Nullable FactType type, @Nullable String code) {
        return code == null || !CodeNames.concern(type) ? code : CodeNames.of(type).name(code);
    }

    private static @Nullable String cell(FactValue cell) {
        return switch (cell) {
            case FactValue.Truth truth -> Boolean.toString(truth.value());
            case FactValue.Text text -> text.value();
            case FactValue.Date date -> date.day().text();
            case FactValue.Amount amount -> number(amount.value());
            case FactValue.Items items -> throw new IllegalArgumentException("a cell holds no list: " + items);
            case FactValue.Rows rows -> throw new IllegalArgumentException("a cell holds no table: " + rows);
        };
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.toString().replace("E+", "e").replace('E', 'e');
    }

    private static @Nullable String text(@Nullable Day day) {
        return day == null ? null : day.text();
    }

    private void put(String field, @Nullable String value) {
        if (value != null) {
            fields.put(prefix + ":" + field, List.of(value));
        }
    }
}
