package eu.vitrine.exchange;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What others observed about a model with its review, as canonical JSON (RFC 8785) {@code {"findings": […]}}: each entry as record files
 * have it, and its review under {@code review}. An assessment keeps these bytes, and its dossier carries them.
 */
public final class KeptObservations {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private KeptObservations() {}

    /** The bytes; equal for equal observations in equal order. */
    public static byte[] bytes(List<Observation> observations) {
        return CanonicalJson.of(Map.of("findings", observations.stream().map(KeptObservations::tree).toList()));
    }

    private static Map<String, Object> tree(Observation observation) {
        Map<String, Object> tree = RecordTree.finding(observation.said());
        if (observation.review() != null) {
            tree.put("review", tree(observation.review()));
        }
        return tree;
    }

    private static Map<String, Object> tree(Review review) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("finding", review.finding());
        tree.put("status", review.status().name().toLowerCase(Locale.ROOT));
        tree.put("by", review.by());
        tree.put("on", review.on().toString());
        FactTree.put(tree, "reason", review.reason());
        FactTree.put(tree, "confirmed_by", review.confirmedBy());
        FactTree.put(tree, "reply", review.reply());
        FactTree.put(tree, "reply_url", review.replyUrl());
        FactTree.put(tree, "reply_on", review.replyOn() == null ? null : review.replyOn().toString());
        FactTree.put(tree, "successor", review.successor());
        return tree;
    }

    /** The observations that {@link #bytes} made these bytes of; whoever keeps them proves that they are unchanged. */
    public static List<Observation> read(byte[] bytes) {
        List<Observation> observations = new ArrayList<>();
        for (JsonNode one : MAPPER.readTree(bytes).path("findings")) {
            JsonNode review = one.path("review");
            observations.add(new Observation(said(one), review.isMissingNode() ? null : review(review)));
        }
        return List.copyOf(observations);
    }

    private static PublishedFinding said(JsonNode one) {
        String day = text(one, "as_of");
        JsonNode value = one.path("value");
        JsonNode n = one.path("n");
        return new PublishedFinding(
                PublishedFinding.Family.valueOf(constant(one, "family")), PublishedFinding.FindingKind.valueOf(constant(one, "kind")),
                text(one, "topic_group"), text(one, "topic"), text(one, "behaviour"), text(one, "statement"), text(one, "tested_model"),
                PublishedFinding.Applicability.valueOf(constant(one, "applicability")), text(one, "evaluator"), text(one, "language"),
                text(one, "host"), text(one, "metric"), value.isMissingNode() ? null : value.decimalValue(),
                n.isMissingNode() ? null : n.longValue(), text(one, "source_url"), day == null ? null : Day.parse(day).orElse(null),
                text(one, "limits"));
    }

    private static Review review(JsonNode review) {
        String replied = text(review, "reply_on");
        return new Review(review.path("finding").stringValue(), Review.Status.valueOf(constant(review, "status")), review.path("by").stringValue(),
                LocalDate.parse(review.path("on").stringValue()), text(review, "reason"), text(review, "confirmed_by"), text(review, "reply"),
                text(review, "reply_url"), replied == null ? null : LocalDate.parse(replied), text(review, "successor"));
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode text = node.path(key);
        return text.isMissingNode() ? null : text.stringValue();
    }

    private static String constant(JsonNode node, String key) {
        return node.path(key).stringValue().toUpperCase(Locale.ROOT);
    }
}
