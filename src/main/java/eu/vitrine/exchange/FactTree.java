package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.State;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact as a tree of maps, lists and values, with what it states and nothing else. */
final class FactTree {

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private FactTree() {}

    /** Whether this is a currency by ISO 4217; no unit of the vocabulary is called so. */
    static boolean isCurrency(@Nullable String unit) {
        return unit != null && CURRENCIES.contains(unit);
    }

    /** A fact with its further sources. */
    static Map<String, Object> fact(Fact fact) {
        Map<String, Object> tree = claim(fact.claim());
        if (!fact.also().isEmpty()) {
            tree.put("also", fact.also().stream().map(FactTree::claim).toList());
        }
        put(tree, "chosen_because", fact.chosenBecause());
        return tree;
    }

    /** A claim with what it states. */
    static Map<String, Object> claim(Claim claim) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (claim.state() != State.VALUE && claim.state() != State.UNKNOWN) {
            tree.put("state", claim.state().code());
        }
        if (claim.value() != null) {
            value(tree, claim.value());
        }
        boolean many = claim.value() instanceof FactValue.Items || claim.value() instanceof FactValue.Rows;
        if (many || claim.completeness() != Completeness.NOT_KNOWN) {
            tree.put("complete", complete(claim.completeness()));
        }
        put(tree, "source_url", claim.sourceUrl());
        put(tree, "as_of", claim.asOf());
        put(tree, "note", claim.note());
        if (claim.searched() != null) {
            Map<String, Object> searched = new LinkedHashMap<>();
            searched.put("where", claim.searched().where());
            put(searched, "on", claim.searched().on());
            put(searched, "by", claim.searched().by());
            tree.put("searched", searched);
        }
        put(tree, "tier", claim.tier() == null ? null : claim.tier().code());
        put(tree, "checked_on", claim.checkedOn());
        put(tree, "evidence", claim.evidence().isEmpty() ? null : claim.evidence());
        return tree;
    }

    static Object complete(Completeness completeness) {
        return switch (completeness) {
            case COMPLETE -> true;
            case INCOMPLETE -> false;
            case NOT_KNOWN -> "unknown";
        };
    }

    private static void value(Map<String, Object> tree, FactValue value) {
        if (value instanceof FactValue.Amount amount) {
            put(tree, "value", amount.value());
            put(tree, "min", amount.min());
            put(tree, "max", amount.max());
            put(tree, isCurrency(amount.unit()) ? "currency" : "unit", amount.unit());
            put(tree, "by", amount.by());
            put(tree, "method", amount.method());
        } else {
            tree.put("value", bare(value));
        }
    }

    private static Object bare(FactValue value) {
        return switch (value) {
            case FactValue.Truth truth -> truth.value();
            case FactValue.Text text -> text.value();
            case FactValue.Date date -> date.day().text();
            case FactValue.Items items -> items.values();
            case FactValue.Rows rows -> rows.rows().stream().map(FactTree::row).toList();
            case FactValue.Amount amount -> {
                if (amount.value() == null) {
                    throw new IllegalArgumentException("a column holds a number and no range, not " + amount);
                }
                yield amount.value();
            }
        };
    }

    private static Map<String, Object> row(FactValue.Row row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> tree.put(column, bare(cell)));
        put(tree, "source_url", row.sourceUrl());
        put(tree, "as_of", row.asOf());
        put(tree, "evidence", row.evidence().isEmpty() ? null : row.evidence());
        return tree;
    }

    /** Puts what is there under its key. */
    static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value instanceof Day day ? day.text() : value);
        }
    }
}
