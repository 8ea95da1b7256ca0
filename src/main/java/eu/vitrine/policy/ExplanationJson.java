package eu.vitrine.policy;

import eu.vitrine.facts.Subject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes explanations as JSON: every key is always there, null where nothing is said. */
public final class ExplanationJson {

    /** What is explained, and about whom. */
    public record About(Subject subject, LocalDate asOf, Explanation explanation, WhatIf whatIf) {}

    private final JsonKeys json;

    private ExplanationJson(JsonKeys json) {
        this.json = json;
    }

    /** Writes a policy alone as one object, in UTF-8, and leaves the stream open. */
    public static void write(Explanation explanation, OutputStream out) {
        JsonKeys.document(out, json -> json.object(() -> new ExplanationJson(json).explanation(explanation)));
    }

    /** Writes an array with one element for each subject, in UTF-8, and leaves the stream open. */
    public static void write(List<About> all, OutputStream out) {
        JsonKeys.document(out, json -> {
            ExplanationJson writer = new ExplanationJson(json);
            json.array(() -> all.forEach(one -> json.object(() -> writer.about(one))));
        });
    }

    private void about(About about) {
        json.object("model", () -> {
            json.text("slug", about.subject().slug());
            json.text("name", about.subject().name());
            json.text("version", about.subject().version());
        });
        json.date("asOf", about.asOf());
        explanation(about.explanation());
        json.objects("whatIf", about.whatIf().changes(), this::change);
    }

    private void explanation(Explanation explanation) {
        policy(explanation.policy());
        json.text("remedy", explanation.policy().remedy());
        json.text("answer", explanation.answer());
        json.texts("facts", explanation.facts());
        json.objects("chain", explanation.chain(), step -> {
            policy(step.policy());
            stage(step.stage());
        });
        json.objects("stages", explanation.stages(), stage -> {
            json.text("question", stage.question());
            stage(stage);
        });
        json.objects("assumptions", explanation.assumptions(), this::assumed);
        json.objects("disputes", explanation.disputes(), this::dispute);
    }

    private void dispute(Dispute dispute) {
        json.text("fact", dispute.fact());
        json.text("label", dispute.label());
        json.truth("matters", dispute.matters());
        json.objects("claims", dispute.claims(), claim -> {
            json.truth("chosen", claim.chosen());
            json.text("words", claim.words());
            json.text("source", claim.source());
            json.text("answer", claim.answer());
            json.truth("changes", claim.changes());
        });
    }

    private void policy(Policy policy) {
        json.text("policy", policy.id());
        json.text("title", policy.title());
        json.text("reference", policy.reference());
        json.text("cite", policy.cite());
        json.code("basis", policy.basis());
        json.text("plain", policy.plain());
    }

    private void stage(Explanation.Stage stage) {
        json.text("answer", stage.answer());
        json.objects("rows", stage.rows(), this::row);
        json.objects("basis", stage.basis(), this::statement);
        json.texts("more", stage.more());
        json.texts("settledBy", stage.open());
        json.truth("review", stage.review());
    }

    private void row(Explanation.Row row) {
        json.text("row", row.id());
        json.code("truth", row.truth());
        json.truth("decides", row.decides());
        json.texts("assumes", row.assumes());
        condition("when", row.when());
        json.text("then", row.then().text());
        json.text("why", row.why());
        json.text("ground", row.ground());
    }

    private void condition(String name, @Nullable Statement statement) {
        if (statement == null) {
            json.nothing(name);
        } else {
            json.object(name, () -> statement(statement));
        }
    }

    private void statement(Statement statement) {
        json.code("truth", statement.truth());
        json.truth("turns", statement.turns());
        json.text("text", statement.sentence().text());
        json.texts("facts", statement.sentence().facts());
        json.objects("parts", statement.parts(), this::statement);
    }

    private void assumed(Explanation.Assumed assumed) {
        json.text("assumption", assumed.assumption().id());
        json.text("wording", assumed.assumption().wording());
        json.truth("made", assumed.made());
        json.text("against", assumed.against());
        condition("needs", assumed.needs());
    }

    private void change(WhatIf.Change change) {
        json.text("fact", change.fact());
        json.text("label", change.label());
        json.text("recorded", change.recorded());
        json.truth("known", change.known());
        json.truth("withheldByLaw", change.keptByLaw());
        json.objects("alternatives", change.alternatives(), alternative -> {
            json.texts("answers", alternative.answers());
            json.text("outcome", alternative.outcome());
        });
    }
}
