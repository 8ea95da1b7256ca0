package eu.vitrine.policy;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes evaluations as the JSON that command line and server promise: every key is always there, null where nothing is said. */
public final class EvaluationJson {

    private final JsonGenerator json;
    private final JsonKeys keys;

    private EvaluationJson(JsonGenerator json) {
        this.json = json;
        this.keys = new JsonKeys(json);
    }

    /** Writes an array with one element for each evaluation, in UTF-8, and leaves the stream open. */
    public static void write(List<Evaluation> evaluations, OutputStream out) {
        JsonGenerator generator = JsonKeys.generator(out);
        EvaluationJson writer = new EvaluationJson(generator);
        generator.writeStartArray();
        evaluations.forEach(writer::evaluation);
        generator.writeEndArray();
        generator.writeRaw('\n');
        generator.flush();
    }

    private void evaluation(Evaluation evaluation) {
        json.writeStartObject();
        json.writeName("model");
        json.writeStartObject();
        keys.text("slug", evaluation.slug());
        keys.text("name", evaluation.name());
        keys.text("version", evaluation.version());
        json.writeEndObject();
        keys.date("asOf", evaluation.asOf());
        json.writeName("policySet");
        json.writeStartObject();
        keys.text("version", evaluation.policySet().version());
        keys.text("lawVersion", evaluation.policySet().lawVersion());
        keys.text("rulesDigest", evaluation.policySet().rulesDigest());
        keys.text("textDigest", evaluation.policySet().textDigest());
        json.writeEndObject();
        json.writeName("classification");
        json.writeStartObject();
        evaluation.classifications().forEach((name, classification) -> {
            json.writeName(name);
            classification(classification);
        });
        json.writeEndObject();
        json.writeName("findings");
        json.writeStartArray();
        for (Finding finding : evaluation.findings()) {
            finding(finding, null);
            finding.points().forEach(point -> finding(point, finding.policy().id()));
        }
        evaluation.useRights().forEach(this::useRight);
        json.writeEndArray();
        json.writeName("score");
        score(evaluation.score());
        json.writeName("outlook");
        json.writeStartArray();
        evaluation.outlook().forEach(this::outlook);
        json.writeEndArray();
        disclosure(evaluation.disclosure());
        keys.text("useRight", JsonKeys.name(evaluation.useRight()));
        json.writeName("houseRules");
        json.writeStartObject();
        evaluation.houseRules().forEach((id, rule) -> {
            json.writeName(id);
            houseRule(rule);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private void classification(Classification classification) {
        json.writeStartObject();
        keys.text("policy", classification.policy().id());
        keys.text("value", classification.value());
        why(classification.why());
        keys.texts("settledBy", classification.settledBy());
        keys.texts("assumptions", classification.assumptions());
        json.writeName("review");
        json.writeBoolean(classification.review());
        json.writeName("conditions");
        json.writeStartArray();
        classification.conditions().forEach(this::classification);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(Finding finding, @Nullable String part) {
        json.writeStartObject();
        policy(finding.policy(), finding.family());
        keys.text("part", part);
        keys.text("addressee", finding.addressee().name());
        answers(finding.answers());
        keys.text("outcome", finding.outcome() == null ? null : finding.outcome().name());
        keys.text("answer", null);
        why(finding.why());
        json.writeName("support");
        json.writeStartArray();
        for (Finding.Support support : finding.support()) {
            json.writeStartObject();
            keys.text("fact", support.fact());
            keys.text("text", support.why().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        keys.texts("facts", finding.facts());
        keys.texts("settledBy", finding.settledBy());
        keys.texts("withheldByLaw", finding.withheldByLaw());
        keys.texts("assumptions", finding.assumptions());
        json.writeName("withoutAssumptions");
        json.writeStartObject();
        for (Map.Entry<String, Answers> entry : finding.withoutAssumptions().entrySet()) {
            json.writeName(entry.getKey());
            json.writeStartObject();
            answers(entry.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
        keys.truth("owedToUs", finding.owedToUs());
        keys.truth("review", finding.review());
        keys.text("determination", null);
        json.writeName("carries");
        json.writeStartArray();
        json.writeEndArray();
        json.writeName("conditions");
        json.writeStartArray();
        finding.conditions().forEach(this::classification);
        json.writeEndArray();
        json.writeName("checklist");
        json.writeStartArray();
        finding.checklist().forEach(this::checklist);
        json.writeEndArray();
        keys.text("consequence", finding.consequence() == null ? null : finding.consequence().text());
        json.writeEndObject();
    }

    private void policy(Policy policy, Family family) {
        keys.text("policy", policy.id());
        keys.text("policyVersion", policy.version());
        keys.text("title", policy.title());
        keys.text("reference", policy.reference());
        keys.text("family", family.name());
        keys.text("basis", policy.basis().name());
    }

    private void checklist(ChecklistEntry entry) {
        json.writeStartObject();
        keys.text("id", entry.id());
        keys.text("label", entry.label());
        keys.text("answer", entry.answer().name());
        keys.truth("needed", entry.needed());
        keys.truth("lacking", entry.isLacking());
        keys.text("note", entry.note());
        json.writeEndObject();
    }

    /** The keys of a finding; those that a use right has no answer to are null or empty. */
    private void useRight(UseRight right) {
        json.writeStartObject();
        policy(right.policy(), Family.USE_RIGHT);
        keys.text("part", null);
        keys.text("addressee", Addressee.ADOPTER.name());
        List.of("applicability", "ground", "due", "dueDate", "evidence", "evidenceReason", "enforceable", "enforceableFrom", "outcome")
                .forEach(key -> keys.text(key, null));
        keys.text("answer", JsonKeys.name(right.answer()));
        why(right.why());
        keys.texts("support", List.of());
        keys.texts("facts", right.facts());
        keys.texts("settledBy", right.settledBy());
        keys.texts("withheldByLaw", List.of());
        keys.texts("assumptions", List.of());
        json.writeName("withoutAssumptions");
        json.writeStartObject();
        json.writeEndObject();
        keys.truth("owedToUs", false);
        keys.truth("review", right.review());
        keys.text("determination", null);
        json.writeName("carries");
        json.writeStartArray();
        right.carries().forEach(this::reason);
        json.writeEndArray();
        keys.texts("conditions", List.of());
        keys.texts("checklist", List.of());
        keys.text("consequence", null);
        json.writeEndObject();
    }

    private void houseRule(HouseRule rule) {
        json.writeStartObject();
        policy(rule.policy(), Family.HOUSE_RULE);
        keys.text("answer", rule.answer().name());
        keys.text("weight", JsonKeys.name(rule.weight()));
        why(rule.why());
        keys.texts("facts", rule.facts());
        keys.texts("settledBy", rule.settledBy());
        keys.truth("review", rule.review());
        keys.truth("changedByUs", rule.changedByUs());
        json.writeEndObject();
    }

    private void answers(Answers answers) {
        keys.text("applicability", answers.applicability().name());
        keys.text("ground", answers.ground());
        keys.text("due", JsonKeys.name(answers.due()));
        keys.date("dueDate", answers.dueDate());
        keys.text("evidence", JsonKeys.name(answers.evidence()));
        keys.text("evidenceReason", JsonKeys.name(answers.evidenceReason()));
        keys.text("enforceable", JsonKeys.name(answers.enforceable()));
        keys.date("enforceableFrom", answers.enforceableFrom());
    }

    private void outlook(OutlookDate outlook) {
        json.writeStartObject();
        keys.date("date", outlook.date());
        keys.texts("becomesDue", outlook.becomesDue());
        keys.texts("becomesEnforceable", outlook.becomesEnforceable());
        json.writeName("score");
        score(outlook.score());
        json.writeEndObject();
    }

    private void score(@Nullable Score score) {
        if (score == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        keys.number("low", score.low());
        keys.number("high", score.high());
        keys.number("shown", score.shown());
        keys.number("notMet", score.notMet());
        keys.number("open", score.open());
        keys.number("undetermined", score.undetermined());
        json.writeEndObject();
    }

    private void disclosure(Disclosure disclosure) {
        json.writeName("disclosure");
        json.writeStartObject();
        keys.number("lookedFor", disclosure.lookedFor());
        keys.number("disclosed", disclosure.disclosed());
        keys.number("withheld", disclosure.withheld());
        keys.number("notFound", disclosure.notFound());
        keys.number("notLookedFor", disclosure.notLookedFor());
        json.writeEndObject();
    }

    private void why(List<Why> why) {
        json.writeName("why");
        json.writeStartArray();
        why.forEach(this::reason);
        json.writeEndArray();
    }

    private void reason(Why why) {
        json.writeStartObject();
        keys.text("id", why.id());
        keys.text("text", why.text());
        json.writeName("args");
        json.writeStartObject();
        why.args().forEach(keys::text);
        json.writeEndObject();
        json.writeEndObject();
    }
}
