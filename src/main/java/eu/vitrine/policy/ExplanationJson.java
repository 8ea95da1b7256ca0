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

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a policy alone as one object, in UTF-8, and leaves the stream open. */
    public static void write(Explanation explanation, OutputStream out) {
        JsonGenerator generator = EvaluationJson.generator(out);
        generator.writeStartObject();
        new ExplanationJson(generator).explanation(explanation);
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.flush();
    }

    /** Writes an array with one element for each subject, in UTF-8, and leaves the stream open. */
    public static void write(List<About> all, OutputStream out) {
        JsonGenerator generator = EvaluationJson.generator(out);
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
        text("slug", about.subject().slug());
        text("name", about.subject().name());
        text("version", about.subject().version());
        json.writeEndObject();
        text("asOf", about.asOf().toString());
        explanation(about.explanation());
        json.writeName("whatIf");
        json.writeStartArray();
        about.whatIf().changes().forEach(this::change);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void explanation(Explanation explanation) {
        policy(explanation.policy());
        text("remedy", explanation.policy().remedy());
        text("answer", explanation.answer());
        texts("facts", explanation.facts());
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
            text("question", stage.question());
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
        text("policy", policy.id());
        text("title", policy.title());
        text("reference", policy.reference());
        text("cite", policy.cite());
        text("basis", policy.basis().name());
        text("plain", policy.plain());
    }

    private void stage(Explanation.Stage stage) {
        text("answer", stage.answer());
        json.writeName("rows");
        json.writeStartArray();
        stage.rows().forEach(this::row);
        json.writeEndArray();
        json.writeName("basis");
        json.writeStartArray();
        stage.basis().forEach(this::statement);
        json.writeEndArray();
        texts("more", stage.more());
        texts("settledBy", stage.open());
        json.writeName("review");
        json.writeBoolean(stage.review());
    }

    private void row(Explanation.Row row) {
        json.writeStartObject();
        text("row", row.id());
        truth(row.truth());
        json.writeName("decides");
        json.writeBoolean(row.decides());
        texts("assumes", row.assumes());
        json.writeName("when");
        if (row.when() == null) {
            json.writeNull();
        } else {
            statement(row.when());
        }
        text("then", row.then().text());
        text("why", row.why());
        text("ground", row.ground());
        json.writeEndObject();
    }

    private void statement(Statement statement) {
        json.writeStartObject();
        truth(statement.truth());
        json.writeName("turns");
        json.writeBoolean(statement.turns());
        text("text", statement.sentence().text());
        texts("facts", statement.sentence().facts());
        json.writeName("parts");
        json.writeStartArray();
        statement.parts().forEach(this::statement);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void truth(Statement.@Nullable Truth truth) {
        text("truth", truth == null ? null : truth.name());
    }

    private void assumed(Explanation.Assumed assumed) {
        json.writeStartObject();
        text("assumption", assumed.assumption().id());
        text("wording", assumed.assumption().wording());
        json.writeName("made");
        json.writeBoolean(assumed.made());
        text("against", assumed.against());
        json.writeName("needs");
        statement(assumed.needs());
        json.writeEndObject();
    }

    private void change(WhatIf.Change change) {
        json.writeStartObject();
        text("fact", change.fact());
        text("label", change.label());
        text("recorded", change.recorded());
        json.writeName("known");
        json.writeBoolean(change.known());
        json.writeName("withheldByLaw");
        json.writeBoolean(change.keptByLaw());
        json.writeName("alternatives");
        json.writeStartArray();
        for (WhatIf.Alternative alternative : change.alternatives()) {
            json.writeStartObject();
            texts("answers", alternative.answers());
            text("outcome", alternative.outcome());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        json.writeName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private void texts(String name, List<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
