package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes explanations as JSON: every key is always there, null where nothing is said. */
public final class ExplanationJson {

    /** What is explained, and about whom. */
    public record About(Subject subject, LocalDate asOf, Explanation explanation, WhatIf whatIf) {}

    private final JsonGenerator json;
    private final JsonKeys keys;

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
        this.keys = new JsonKeys(json);
    }

    /** Writes a policy alone as one object, in UTF-8, and leaves the stream open. */
    public static void write(Explanation explanation, OutputStream out) {
        JsonGenerator generator = JsonKeys.generator(out);
        generator.writeStartObject();
        new ExplanationJson(generator).explanation(explanation);
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.flush();
    }

    /** Writes an array with one element for each subject, in UTF-8, and leaves the stream open. */
    public static void write(List<About> all, OutputStream out) {
        JsonGenerator generator = JsonKeys.generator(out);
        generator.writeStartArray();
        all.forEach(one -> new ExplanationJson(generator).about(one));
        generator.writeEndArray();
        generator.writeRaw('\n');
        generator.flush();
    }

    private void about(About about) {
        json.writeStartObject();
        json.writeName("model");
        json.writeStartObject();
        keys.text("slug", about.subject().slug());
        keys.text("name", about.subject().name());
        keys.text("version", about.subject().version());
        json.writeEndObject();
        keys.text("asOf", about.asOf().toString());
        explanation(about.explanation());
        json.writeName("whatIf");
        json.writeStartArray();
        about.whatIf().changes().forEach(this::change);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void explanation(Explanation explanation) {
        policy(explanation.policy());
        keys.text("remedy", explanation.policy().remedy());
        keys.text("answer", explanation.answer());
        keys.texts("facts", explanation.facts());
        json.writeName("chain");
        json.writeStartArray();
        for (Explanation.Step step : explanation.chain()) {
            json.writeStartObject();
            policy(step.policy());
            stage(step.stage());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("stages");
        json.writeStartArray();
        for (Explanation.Stage stage : explanation.stages()) {
            json.writeStartObject();
            keys.text("question", stage.question());
            stage(stage);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("assumptions");
        json.writeStartArray();
        explanation.assumptions().forEach(this::assumed);
        json.writeEndArray();
    }

    private void policy(Policy policy) {
        keys.text("policy", policy.id());
        keys.text("title", policy.title());
        keys.text("reference", policy.reference());
        keys.text("cite", policy.cite());
        keys.text("basis", policy.basis().name());
        keys.text("plain", policy.plain());
    }

    private void stage(Explanation.Stage stage) {
        keys.text("answer", stage.answer());
        json.writeName("rows");
        json.writeStartArray();
        stage.rows().forEach(this::row);
        json.writeEndArray();
        json.writeName("basis");
        json.writeStartArray();
        stage.basis().forEach(this::statement);
        json.writeEndArray();
        keys.texts("more", stage.more());
        keys.texts("settledBy", stage.open());
        json.writeName("review");
        json.writeBoolean(stage.review());
    }

    private void row(Explanation.Row row) {
        json.writeStartObject();
        keys.text("row", row.id());
        truth(row.truth());
        json.writeName("decides");
        json.writeBoolean(row.decides());
        keys.texts("assumes", row.assumes());
        json.writeName("when");
        if (row.when() == null) {
            json.writeNull();
        } else {
            statement(row.when());
        }
        keys.text("then", row.then().text());
        keys.text("why", row.why());
        keys.text("ground", row.ground());
        json.writeEndObject();
    }

    private void statement(Statement statement) {
        json.writeStartObject();
        truth(statement.truth());
        json.writeName("turns");
        json.writeBoolean(statement.turns());
        keys.text("text", statement.sentence().text());
        keys.texts("facts", statement.sentence().facts());
        json.writeName("parts");
        json.writeStartArray();
        statement.parts().forEach(this::statement);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void truth(Statement.@Nullable Truth truth) {
        keys.text("truth", truth == null ? null : truth.name());
    }

    private void assumed(Explanation.Assumed assumed) {
        json.writeStartObject();
        keys.text("assumption", assumed.assumption().id());
        keys.text("wording", assumed.assumption().wording());
        json.writeName("made");
        json.writeBoolean(assumed.made());
        keys.text("against", assumed.against());
        json.writeName("needs");
        statement(assumed.needs());
        json.writeEndObject();
    }

    private void change(WhatIf.Change change) {
        json.writeStartObject();
        keys.text("fact", change.fact());
        keys.text("label", change.label());
        keys.text("recorded", change.recorded());
        json.writeName("known");
        json.writeBoolean(change.known());
        json.writeName("withheldByLaw");
        json.writeBoolean(change.keptByLaw());
        json.writeName("alternatives");
        json.writeStartArray();
        for (WhatIf.Alternative alternative : change.alternatives()) {
            json.writeStartObject();
            keys.texts("answers", alternative.answers());
            keys.text("outcome", alternative.outcome());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
