package eu.vitrine.policy;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes evaluations as the JSON that command line and server promise: every key is always there, null where nothing is said. */
public final class EvaluationJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private EvaluationJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an array with one element for each evaluation, in UTF-8, and leaves the stream open. */
    public static void write(List<Evaluation> evaluations, OutputStream out) {
        JsonGenerator generator = generator(out);
        EvaluationJson writer = new EvaluationJson(generator);
        generator.writeStartArray();
        evaluations.forEach(writer::evaluation);
        generator.writeEndArray();
        generator.writeRaw('\n');
        generator.flush();
    }

    /** A generator that writes as all JSON here is written: one key a line, two spaces deeper each level. */
    static JsonGenerator generator(OutputStream out) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }

            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
        return FACTORY.createGenerator(context, out);
    }

    private void evaluation(Evaluation evaluation) {
        json.writeStartObject();
        json.writeName("model");
        json.writeStartObject();
        text("slug", evaluation.slug());
        text("name", evaluation.name());
        text("version", evaluation.version());
        json.writeEndObject();
        date("asOf", evaluation.asOf());
        json.writeName("policySet");
        json.writeStartObject();
        text("version", evaluation.policySet().version());
        text("lawVersion", evaluation.policySet().lawVersion());
        text("rulesDigest", evaluation.policySet().rulesDigest());
        text("textDigest", evaluation.policySet().textDigest());
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
        text("useRight", name(evaluation.useRight()));
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
        text("policy", classification.policy().id());
        text("value", classification.value());
        why(classification.why());
        texts("settledBy", classification.settledBy());
        texts("assumptions", classification.assumptions());
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
        text("part", part);
        text("addressee", finding.addressee().name());
        answers(finding.answers());
        text("outcome", finding.outcome() == null ? null : finding.outcome().name());
        text("answer", null);
        why(finding.why());
        json.writeName("support");
        json.writeStartArray();
        for (Finding.Support support : finding.support()) {
            json.writeStartObject();
            text("fact", support.fact());
            text("text", support.why().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("facts", finding.facts());
        texts("settledBy", finding.settledBy());
        texts("withheldByLaw", finding.withheldByLaw());
        texts("assumptions", finding.assumptions());
        json.writeName("withoutAssumptions");
        json.writeStartObject();
        for (Map.Entry<String, Answers> entry : finding.withoutAssumptions().entrySet()) {
            json.writeName(entry.getKey());
            json.writeStartObject();
            answers(entry.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
        truth("owedToUs", finding.owedToUs());
        truth("review", finding.review());
        text("determination", null);
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
        text("consequence", finding.consequence() == null ? null : finding.consequence().text());
        json.writeEndObject();
    }

    private void policy(Policy policy, Family family) {
        text("policy", policy.id());
        text("policyVersion", policy.version());
        text("title", policy.title());
        text("reference", policy.reference());
        text("family", family.name());
        text("basis", policy.basis().name());
    }

    private void checklist(ChecklistEntry entry) {
        json.writeStartObject();
        text("id", entry.id());
        text("label", entry.label());
        text("answer", entry.answer().name());
        truth("needed", entry.needed());
        truth("lacking", entry.isLacking());
        text("note", entry.note());
        json.writeEndObject();
    }

    /** The keys of a finding; those that a use right has no answer to are null or empty. */
    private void useRight(UseRight right) {
        json.writeStartObject();
        policy(right.policy(), Family.USE_RIGHT);
        text("part", null);
        text("addressee", Addressee.ADOPTER.name());
        List.of("applicability", "ground", "due", "dueDate", "evidence", "evidenceReason", "enforceable", "enforceableFrom", "outcome")
                .forEach(key -> text(key, null));
        text("answer", name(right.answer()));
        why(right.why());
        texts("support", List.of());
        texts("facts", right.facts());
        texts("settledBy", right.settledBy());
        texts("withheldByLaw", List.of());
        texts("assumptions", List.of());
        json.writeName("withoutAssumptions");
        json.writeStartObject();
        json.writeEndObject();
        truth("owedToUs", false);
        truth("review", right.review());
        text("determination", null);
        json.writeName("carries");
        json.writeStartArray();
        right.carries().forEach(this::reason);
        json.writeEndArray();
        texts("conditions", List.of());
        texts("checklist", List.of());
        text("consequence", null);
        json.writeEndObject();
    }

    private void houseRule(HouseRule rule) {
        json.writeStartObject();
        policy(rule.policy(), Family.HOUSE_RULE);
        text("answer", rule.answer().name());
        text("weight", name(rule.weight()));
        why(rule.why());
        texts("facts", rule.facts());
        texts("settledBy", rule.settledBy());
        truth("review", rule.review());
        truth("changedByUs", rule.changedByUs());
        json.writeEndObject();
    }

    private void answers(Answers answers) {
        text("applicability", answers.applicability().name());
        text("ground", answers.ground());
        text("due", name(answers.due()));
        date("dueDate", answers.dueDate());
        text("evidence", name(answers.evidence()));
        text("evidenceReason", name(answers.evidenceReason()));
        text("enforceable", name(answers.enforceable()));
        date("enforceableFrom", answers.enforceableFrom());
    }

    private void outlook(OutlookDate outlook) {
        json.writeStartObject();
        date("date", outlook.date());
        texts("becomesDue", outlook.becomesDue());
        texts("becomesEnforceable", outlook.becomesEnforceable());
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
        number("low", score.low());
        number("high", score.high());
        number("shown", score.shown());
        number("notMet", score.notMet());
        number("open", score.open());
        number("undetermined", score.undetermined());
        json.writeEndObject();
    }

    private void disclosure(Disclosure disclosure) {
        json.writeName("disclosure");
        json.writeStartObject();
        number("lookedFor", disclosure.lookedFor());
        number("disclosed", disclosure.disclosed());
        number("withheld", disclosure.withheld());
        number("notFound", disclosure.notFound());
        number("notLookedFor", disclosure.notLookedFor());
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
        text("id", why.id());
        text("text", why.text());
        json.writeName("args");
        json.writeStartObject();
        why.args().forEach(this::text);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private void date(String name, @Nullable LocalDate value) {
        text(name, value == null ? null : value.toString());
    }

    private void number(String name, @Nullable Integer value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private void truth(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    private void texts(String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
