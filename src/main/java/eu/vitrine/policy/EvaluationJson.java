package eu.vitrine.policy;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes evaluations as the JSON that command line and server promise: every key is always there, null where nothing is said. */
public final class EvaluationJson {

    private final JsonKeys json;

    private EvaluationJson(JsonKeys json) {
        this.json = json;
    }

    /** Writes an array with one element for each evaluation, in UTF-8, and leaves the stream open. */
    public static void write(List<Evaluation> evaluations, OutputStream out) {
        JsonKeys.document(out, json -> {
            EvaluationJson writer = new EvaluationJson(json);
            json.array(() -> evaluations.forEach(one -> json.object(() -> writer.evaluation(one))));
        });
    }

    private void evaluation(Evaluation evaluation) {
        json.object("model", () -> {
            json.text("slug", evaluation.slug());
            json.text("name", evaluation.name());
            json.text("version", evaluation.version());
        });
        json.date("asOf", evaluation.asOf());
        json.object("policySet", () -> identity(evaluation.policySet()));
        json.objects("classification", evaluation.classifications(), this::classification);
        json.array("findings", () -> findings(evaluation));
        score(evaluation.score());
        json.objects("outlook", evaluation.outlook(), this::outlook);
        json.object("disclosure", () -> disclosure(evaluation.disclosure()));
        json.code("useRight", evaluation.useRight());
        json.objects("houseRules", evaluation.houseRules(), this::houseRule);
    }

    private void identity(PolicySet.Identity set) {
        json.text("version", set.version());
        json.text("lawVersion", set.lawVersion());
        json.text("rulesDigest", set.rulesDigest());
        json.text("textDigest", set.textDigest());
    }

    private void findings(Evaluation evaluation) {
        for (Finding finding : evaluation.findings()) {
            json.object(() -> finding(finding, null));
            finding.points().forEach(point -> json.object(() -> finding(point, finding.policy().id())));
        }
        evaluation.useRights().forEach(right -> json.object(() -> useRight(right)));
    }

    private void classification(Classification classification) {
        json.text("policy", classification.policy().id());
        json.text("value", classification.value());
        json.objects("why", classification.why(), this::reason);
        json.texts("settledBy", classification.settledBy());
        json.texts("disputed", classification.disputed());
        json.texts("assumptions", classification.assumptions());
        json.truth("review", classification.review());
        json.objects("conditions", classification.conditions(), this::classification);
    }

    private void finding(Finding finding, @Nullable String part) {
        policy(finding.policy(), finding.family());
        json.text("part", part);
        json.code("addressee", finding.addressee());
        answers(finding.answers());
        json.code("outcome", finding.outcome());
        json.nothing("answer");
        json.objects("why", finding.why(), this::reason);
        json.objects("support", finding.support(), support -> {
            json.text("fact", support.fact());
            json.text("text", support.why().text());
        });
        json.texts("facts", finding.facts());
        json.texts("settledBy", finding.settledBy());
        json.texts("withheldByLaw", finding.withheldByLaw());
        json.texts("disputed", finding.disputed());
        json.texts("assumptions", finding.assumptions());
        json.objects("withoutAssumptions", finding.withoutAssumptions(), this::answers);
        json.truth("owedToUs", finding.owedToUs());
        json.truth("review", finding.review());
        json.nothing("determination");
        json.texts("carries", List.of());
        json.objects("conditions", finding.conditions(), this::classification);
        json.objects("checklist", finding.checklist(), this::checklist);
        json.text("consequence", finding.consequence() == null ? null : finding.consequence().text());
    }

    private void policy(Policy policy, Family family) {
        json.text("policy", policy.id());
        json.text("policyVersion", policy.version());
        json.text("title", policy.title());
        json.text("reference", policy.reference());
        json.code("family", family);
        json.code("basis", policy.basis());
    }

    private void checklist(ChecklistEntry entry) {
        json.text("id", entry.id());
        json.text("label", entry.label());
        json.code("answer", entry.answer());
        json.truth("needed", entry.needed());
        json.truth("lacking", entry.isLacking());
        json.text("note", entry.note());
    }

    /** The keys of a finding; those that a use right has no answer to are null or empty. */
    private void useRight(UseRight right) {
        policy(right.policy(), Family.USE_RIGHT);
        json.nothing("part");
        json.code("addressee", Addressee.ADOPTER);
        List.of("applicability", "ground", "due", "dueDate", "evidence", "evidenceReason", "enforceable", "enforceableFrom", "outcome")
                .forEach(json::nothing);
        json.code("answer", right.answer());
        json.objects("why", right.why(), this::reason);
        json.texts("support", List.of());
        json.texts("facts", right.facts());
        json.texts("settledBy", right.settledBy());
        json.texts("withheldByLaw", List.of());
        json.texts("disputed", right.disputed());
        json.texts("assumptions", List.of());
        json.objects("withoutAssumptions", Map.of(), this::answers);
        json.truth("owedToUs", false);
        json.truth("review", right.review());
        json.nothing("determination");
        json.objects("carries", right.carries(), this::reason);
        json.texts("conditions", List.of());
        json.texts("checklist", List.of());
        json.nothing("consequence");
    }

    private void houseRule(HouseRule rule) {
        policy(rule.policy(), Family.HOUSE_RULE);
        json.code("answer", rule.answer());
        json.code("weight", rule.weight());
        json.objects("why", rule.why(), this::reason);
        json.texts("facts", rule.facts());
        json.texts("settledBy", rule.settledBy());
        json.texts("disputed", rule.disputed());
        json.truth("review", rule.review());
        json.truth("changedByUs", rule.changedByUs());
    }

    private void answers(Answers answers) {
        json.code("applicability", answers.applicability());
        json.text("ground", answers.ground());
        json.code("due", answers.due());
        json.date("dueDate", answers.dueDate());
        json.code("evidence", answers.evidence());
        json.code("evidenceReason", answers.evidenceReason());
        json.code("enforceable", answers.enforceable());
        json.date("enforceableFrom", answers.enforceableFrom());
    }

    private void outlook(OutlookDate outlook) {
        json.date("date", outlook.date());
        json.texts("becomesDue", outlook.becomesDue());
        json.texts("becomesEnforceable", outlook.becomesEnforceable());
        score(outlook.score());
    }

    private void score(@Nullable Score score) {
        if (score == null) {
            json.nothing("score");
            return;
        }
        json.object("score", () -> {
            json.number("low", score.low());
            json.number("high", score.high());
            json.number("shown", score.shown());
            json.number("notMet", score.notMet());
            json.number("open", score.open());
            json.number("undetermined", score.undetermined());
        });
    }

    private void disclosure(Disclosure disclosure) {
        json.number("lookedFor", disclosure.lookedFor());
        json.number("disclosed", disclosure.disclosed());
        json.number("withheld", disclosure.withheld());
        json.number("notFound", disclosure.notFound());
        json.number("notLookedFor", disclosure.notLookedFor());
    }

    private void reason(Why why) {
        json.text("id", why.id());
        json.text("text", why.text());
        json.object("args", () -> why.args().forEach(json::text));
    }
}
