package eu.vitrine.exchange;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record as a tree of maps, lists and values. Only what is stated is in it, so that a fact added to the vocabulary does not
 * change the canonical bytes of records written before.
 */
final class RecordTree {

    private RecordTree() {}

    /** The whole file. */
    static Map<String, Object> of(RecordFile record) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema_version", 2);
        tree.put("slug", record.slug());
        tree.put("name", record.name());
        if (record.shape() == RecordFile.Shape.SCENARIO) {
            Map<String, Object> facts = new LinkedHashMap<>();
            flat(record).all().forEach(fact -> facts.put(fact.id(), FactTree.fact(fact)));
            tree.put("facts", facts);
            return tree;
        }
        if (record.shape() == RecordFile.Shape.LICENCE) {
            tree.put("licence", nested(record.licences().getFirst().facts()));
            return tree;
        }
        FactTree.put(tree, "version", record.version());
        FactTree.put(tree, "family", record.family());
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
        FactTree.put(tree, "record_written", record.recordWritten());
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
        facts.all().forEach(fact -> place(tree, fact.id().substring(fact.id().indexOf('.') + 1), FactTree.fact(fact)));
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

    /** A finding with what it states. */
    static Map<String, Object> finding(PublishedFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("family", PublishedFinding.code(finding.family()));
        tree.put("kind", PublishedFinding.code(finding.kind()));
        FactTree.put(tree, "topic_group", finding.topicGroup());
        FactTree.put(tree, "topic", finding.topic());
        FactTree.put(tree, "behaviour", finding.behaviour());
        FactTree.put(tree, "statement", finding.statement());
        FactTree.put(tree, "tested_model", finding.testedModel());
        tree.put("applicability", PublishedFinding.code(finding.applicability()));
        FactTree.put(tree, "evaluator", finding.evaluator());
        FactTree.put(tree, "language", finding.language());
        FactTree.put(tree, "host", finding.host());
        FactTree.put(tree, "metric", finding.metric());
        FactTree.put(tree, "value", finding.value());
        FactTree.put(tree, "n", finding.n());
        FactTree.put(tree, "source_url", finding.sourceUrl());
        FactTree.put(tree, "as_of", finding.asOf());
        FactTree.put(tree, "limits", finding.limits());
        return tree;
    }

    private static Map<String, Object> indices(List<IndexEntry> entries) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (IndexEntry entry : entries) {
            Map<String, Object> index = new LinkedHashMap<>();
            FactTree.put(index, "value", entry.score() == null ? entry.entry() : entry.score());
            FactTree.put(index, "source_url", entry.sourceUrl());
            FactTree.put(index, "as_of", entry.asOf());
            FactTree.put(index, "note", entry.note());
            tree.put(entry.name(), index);
        }
        return tree;
    }

    private static Map<String, Object> opinions(List<Opinion> opinions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Opinion opinion : opinions) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("assessment", opinion.assessment());
            FactTree.put(said, "reason", opinion.reason());
            FactTree.put(said, "by", opinion.by());
            tree.put(opinion.question(), said);
        }
        return tree;
    }
}
