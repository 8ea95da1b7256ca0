package eu.vitrine.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server said, or why there is no answer.
 *
 * @param answer code of the verdict, {@code UNKNOWN} where the server knows of no such model or use, null where there is no answer
 * @param sentence the sentence of the page, or what stands in the way
 * @param conditions under which it may be used
 */
record GateAnswer(@Nullable String answer, String sentence, @Nullable String validUntil, List<String> conditions, int exit) {

    static final String UNKNOWN = "UNKNOWN";

    GateAnswer {
        conditions = List.copyOf(conditions);
    }

    /** No answer could be had; never one that lets anything pass. */
    static GateAnswer none(String why) {
        return new GateAnswer(null, why, null, List.of(), Exit.UNREACHABLE);
    }

    static GateAnswer unknown(String why) {
        return new GateAnswer(UNKNOWN, why, null, List.of(), Exit.UNDECIDED);
    }

    /**
     * Reads a verdict of {@code /api/v1/verdicts}. A word that this release does not know is no answer.
     *
     * @param use slug of the use that was asked about
     * @param strict whether conditions let it fail
     */
    static GateAnswer of(JsonNode verdict, String use, boolean strict) {
        if (!verdict.path("use").isString() || !verdict.path("use").stringValue().equals(use) || !verdict.path("verdict").isString() || !verdict.path("sentence").isString()
                || !verdict.path("conditions").isArray()) {
            return none("The server answered something else than a verdict on this use.");
        }
        List<String> conditions = new ArrayList<>();
        verdict.path("conditions").forEach(condition -> conditions.add(condition.path("text").asString("")));
        String word = verdict.path("verdict").stringValue();
        Integer exit = switch (word) {
            case "MAY_BE_USED" -> conditions.isEmpty() ? Exit.OK : null;
            case "WITH_CONDITIONS" -> conditions.isEmpty() ? null : strict ? Exit.FAILED : Exit.OK;
            case "MUST_NOT_BE_USED", "EXPIRED", "WITHDRAWN" -> Exit.FAILED;
            case "NOT_DECIDED_YET" -> Exit.UNDECIDED;
            default -> null;
        };
        if (exit == null) {
            return none("The server answered with a verdict that this release does not know.");
        }
        JsonNode until = verdict.path("validUntil");
        return new GateAnswer(word, verdict.path("sentence").stringValue(), until.isString() ? until.stringValue() : null, conditions, exit);
    }

    void text(PrintWriter out) {
        out.println(sentence);
        conditions.forEach(condition -> new Paragraphs(out).print(2, "Condition: ", condition));
        out.flush();
    }

    /** One object; every key is always written. */
    void json(PrintWriter out, String model, String use) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("model", model);
        members.put("use", use);
        members.put("answer", answer);
        members.put("sentence", sentence);
        members.put("validUntil", validUntil);
        members.put("conditions", conditions);
        members.put("exit", exit);
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(members));
        out.flush();
    }
}
