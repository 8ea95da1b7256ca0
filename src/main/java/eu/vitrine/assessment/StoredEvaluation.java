package eu.vitrine.assessment;

import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.EvaluationJson;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Score;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An evaluation read back from its JSON, of this or an earlier release. A key that an earlier release did not write is null; a key
 * that it wrote and this one does not know is passed over.
 *
 * @param classifications values by name, in reading order
 * @param houseRules answers by id, in reading order
 * @param score null where no duty was in play
 */
public record StoredEvaluation(String slug, String name, @Nullable String version, LocalDate asOf, PolicySet.Identity policySet,
        Map<String, Classified> classifications, List<StoredFinding> findings, Map<String, Ruled> houseRules, @Nullable Score score) {

    /**
     * A classification.
     *
     * @param policy id of the policy that answers
     * @param why reasons in words, the deciding one first
     */
    public record Classified(String policy, Said said, List<String> why) {}

    /** A house rule. */
    public record Ruled(String title, Said said) {}

    /** The only evaluation in an array is not there, or is none. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** The same read back from what is written of an evaluation. */
    static StoredEvaluation of(Evaluation evaluation) {
        return read(json(evaluation));
    }

    /** The JSON of one evaluation as it is stored. */
    static byte[] json(Evaluation evaluation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvaluationJson.write(List.of(evaluation), out);
        return out.toByteArray();
    }

    /**
     * The evaluation that an assessment keeps.
     *
     * @throws NotAsStored if another release wrote it otherwise
     */
    static StoredEvaluation of(AssessmentLine line, byte[] json) {
        try {
            return read(json);
        } catch (NotUnderstood e) {
            throw new NotAsStored(line, NotAsStored.Fault.OTHER_RELEASE);
        }
    }

    /**
     * Reads an array with one evaluation.
     *
     * @throws NotUnderstood if it holds none
     */
    static StoredEvaluation read(byte[] json) {
        try {
            JsonNode one = JsonMapper.shared().readTree(json).path(0);
            if (!one.path("model").isObject() || !one.path("findings").isArray()) {
                throw new NotUnderstood("it holds no evaluation");
            }
            return read(one);
        } catch (JacksonException | DateTimeParseException e) {
            throw new NotUnderstood(e.getMessage());
        }
    }

    private static StoredEvaluation read(JsonNode one) {
        JsonNode model = one.path("model");
        JsonNode set = one.path("policySet");
        Map<String, Classified> classifications = new LinkedHashMap<>();
        one.path("classification").properties().forEach(entry -> classifications.put(entry.getKey(), new Classified(
                entry.getValue().path("policy").asString(""), Said.value(text(entry.getValue(), "value")), why(entry.getValue()))));
        List<StoredFinding> findings = new ArrayList<>();
        one.path("findings").forEach(finding -> findings.add(finding(finding)));
        Map<String, Ruled> houseRules = new LinkedHashMap<>();
        one.path("houseRules").properties().forEach(entry -> houseRules.put(entry.getKey(), ruled(entry.getKey(), entry.getValue())));
        return new StoredEvaluation(model.path("slug").asString(""), model.path("name").asString(""), text(model, "version"),
                LocalDate.parse(one.path("asOf").asString("")),
                new PolicySet.Identity(set.path("version").asString(""), set.path("lawVersion").asString(""),
                        set.path("rulesDigest").asString(""), set.path("textDigest").asString("")),
                classifications, findings, houseRules, score(one.path("score")));
    }

    private static StoredFinding finding(JsonNode finding) {
        Said said = new Said(text(finding, "answer"), null, text(finding, "outcome"), text(finding, "applicability"), text(finding, "ground"),
                text(finding, "due"), day(finding, "dueDate"), text(finding, "evidence"), text(finding, "evidenceReason"),
                text(finding, "enforceable"), day(finding, "enforceableFrom"));
        List<String> support = new ArrayList<>();
        finding.path("support").forEach(one -> support.add(one.path("text").asString("")));
        return new StoredFinding(finding.path("policy").asString(""), finding.path("title").asString(""), finding.path("reference").asString(""),
                text(finding, "family"), said, why(finding), support, texts(finding, "settledBy"), texts(finding, "assumptions"),
                finding.path("review").asBoolean(false));
    }

    private static Ruled ruled(String id, JsonNode rule) {
        return new Ruled(rule.path("title").asString(id), Said.weighed(text(rule, "answer"), text(rule, "weight")));
    }

    private static @Nullable Score score(JsonNode score) {
        return !score.isObject() ? null : new Score(number(score, "low"), number(score, "high"), score.path("shown").asInt(0),
                score.path("notMet").asInt(0), score.path("open").asInt(0), score.path("undetermined").asInt(0));
    }

    private static @Nullable Integer number(JsonNode node, String key) {
        return node.path(key).isNumber() ? node.path(key).asInt() : null;
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).stringValue() : null;
    }

    private static @Nullable LocalDate day(JsonNode node, String key) {
        @Nullable String text = text(node, key);
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(one -> texts.add(one.asString("")));
        return texts;
    }

    private static List<String> why(JsonNode node) {
        List<String> reasons = new ArrayList<>();
        node.path("why").forEach(one -> reasons.add(one.path("text").asString("")));
        return reasons;
    }

    /** The finding of this policy, or null. */
    @Nullable StoredFinding finding(String policy) {
        return findings.stream().filter(finding -> finding.policy().equals(policy)).findFirst().orElse(null);
    }
}
