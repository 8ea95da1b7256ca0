package eu.vitrine.exchange;

import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record as a tree of maps, lists and values. Only what is stated is in it, so that a fact added to the vocabulary does not
 * change the canonical bytes of records written before.
 */
final class RecordTree {

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private RecordTree() {}

    /** Whether this is a currency by ISO 4217; no unit of the vocabulary is called so. */
    static boolean isCurrency(@Nullable String unit) {
        return unit != null && CURRENCIES.contains(unit);
    }

    /** The whole file. */
    static Map<String, Object> of(RecordFile record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema_version", 2);
        tree.put("slug", record.slug());
        tree.put("name", record.name());
        if (record.shape() == RecordFile.Shape.SCENARIO) {
            Map<String, Object> facts = new LinkedHashMap<>();
            flat(record).all().forEach(fact -> facts.put(fact.id(), fact(fact)));
            tree.put("facts", facts);
            return tree;
        }
        put(tree, "version", record.version());
        put(tree, "family", record.family());
        tree.put("model", nested(record.model()));
        if (record.provider() != null) {
            tree.put("provider", part(record.provider()));
        }
        tree.put("licences", record.licences().stream().map(RecordTree::part).toList());
        tree.put("services", record.services().stream().map(RecordTree::part).toList());
        tree.put("findings", record.findings().stream().map(RecordTree::finding).toList());
        tree.put("indices", indices(record.indices()));
        tree.put("opinions", opinions(record.opinions()));
        tree.put("gaps", record.gaps());
        put(tree, "record_written", record.recordWritten());
        return tree;
    }

    private static Facts flat(RecordFile record) {
        Facts facts = record.model();
        List<Subject.Part> parts = new ArrayList<>(record.licences());
        parts.addAll(record.services());
        if (record.provider() != null) {
            parts.add(record.provider());
        }
        for (Subject.Part part : parts) {
            facts = facts.and(part.facts());
        }
        return facts.and(record.use()).and(record.organisation());
    }

    /** A provider, licence or service: its slug, then its facts nested by path. */
    static Map<String, Object> part(Subject.Part part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("slug", part.slug());
        tree.putAll(nested(part.facts()));
        return tree;
    }

    private static Map<String, Object> nested(Facts facts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        facts.all().forEach(fact -> place(tree, fact.id().substring(fact.id().indexOf('.') + 1), fact(fact)));
        return tree;
    }

    /** Puts a value under a path, making the maps on the way. */
    @SuppressWarnings("unchecked")
    static void place(Map<String, Object> tree, String path, Object value) {
        String[] steps = path.split("\\.");
        Map<String, Object> at = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(steps[i], step -> new LinkedHashMap<String, Object>());
        }
        at.put(steps[steps.length - 1], value);
    }

    /** A fact with its further sources. */
    static Map<String, Object> fact(Fact fact) {
        Map<String, Object> tree = claim(fact.claim());
        if (!fact.also().isEmpty()) {
            tree.put("also", fact.also().stream().map(RecordTree::claim).toList());
        }
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
            case FactValue.Rows rows -> rows.rows().stream().map(RecordTree::row).toList();
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
        return tree;
    }

    /** A finding with what it states. */
    static Map<String, Object> finding(PublishedFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("family", PublishedFinding.code(finding.family()));
        tree.put("kind", PublishedFinding.code(finding.kind()));
        put(tree, "topic_group", finding.topicGroup());
        put(tree, "topic", finding.topic());
        put(tree, "behaviour", finding.behaviour());
        put(tree, "statement", finding.statement());
        put(tree, "tested_model", finding.testedModel());
        tree.put("applicability", PublishedFinding.code(finding.applicability()));
        put(tree, "evaluator", finding.evaluator());
        put(tree, "language", finding.language());
        put(tree, "host", finding.host());
        put(tree, "metric", finding.metric());
        put(tree, "value", finding.value());
        put(tree, "n", finding.n());
        put(tree, "source_url", finding.sourceUrl());
        put(tree, "as_of", finding.asOf());
        put(tree, "limits", finding.limits());
        return tree;
    }

    private static Map<String, Object> indices(List<IndexEntry> entries) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (IndexEntry entry : entries) {
            Map<String, Object> index = new LinkedHashMap<>();
            put(index, "value", entry.score() == null ? entry.entry() : entry.score());
            put(index, "source_url", entry.sourceUrl());
            put(index, "as_of", entry.asOf());
            put(index, "note", entry.note());
            tree.put(entry.name(), index);
        }
        return tree;
    }

    private static Map<String, Object> opinions(List<Opinion> opinions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Opinion opinion : opinions) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("assessment", opinion.assessment());
            put(said, "reason", opinion.reason());
            put(said, "by", opinion.by());
            tree.put(opinion.question(), said);
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value instanceof Day day ? day.text() : value);
        }
    }
}
