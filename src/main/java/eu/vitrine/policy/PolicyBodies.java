package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of policies, derivations and assumptions. */
final class PolicyBodies {

    private final Vocabulary vocabulary;
    private final Map<String, LawDatum> law;
    private final PolicyHeaders headers;
    private final Expressions expressions;
    private final List<Problem> problems;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Located> places = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final List<AssumptionRule> assumptions = new ArrayList<>();
    private final List<Rules.UseRightRule> useRights = new ArrayList<>();
    private final List<Rules.HouseRuleRule> houseRules = new ArrayList<>();

    PolicyBodies(Vocabulary vocabulary, Map<String, LawDatum> law, PolicyHeaders headers, Expressions expressions,
            List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.law = law;
        this.headers = headers;
        this.expressions = expressions;
        this.problems = problems;
    }

    void readAll() {
        headers.assumptions().stream()
                .sorted(java.util.Comparator.comparingInt(form -> form.integer("order", 0)))
                .forEach(this::assumption);
        for (Policy policy : headers.policies()) {
            Form form = headers.form(policy.id());
            switch (policy.role()) {
                case CONDITION -> decision(policy.id(), form, Tables.Outcomes.named(policy.values()));
                case CLASSIFICATION -> decision(java.util.Objects.requireNonNull(policy.name()), form,
                        Tables.Outcomes.named(policy.values()));
                case DERIVATION -> decision("derived." + policy.id(), form,
                        Tables.Outcomes.computed(headers.derivedTypes().get(policy.id())));
                case DUTY, OUR_DUTY, ROUTE -> duty(policy, form);
                case USE_RIGHT -> useRight(policy, form);
                case HOUSE_RULE -> houseRule(policy, form);
                case POINT, CITATION -> { }
            }
        }
        headers.policies().stream().filter(policy -> policy.role() == Policy.Role.POINT)
                .forEach(policy -> point(policy, headers.form(policy.id())));
        duties.sort(Comparator.comparingInt(duty -> headers.policies().indexOf(duty.policy())));
    }

    private Tables tables() {
        return new Tables(vocabulary, law, headers, expressions, assumptions, problems);
    }

    private void decision(String id, Form form, Tables.Outcomes outcomes) {
        Decision decision = tables().read(id, form, "decide", outcomes);
        if (decisions.put(id, decision) == null) {
            places.put(id, form.node());
        }
    }

    private void duty(Policy policy, Form form) {
        Tables tables = tables();
        Decision applicability = tables.read(policy.id() + ".applicability", form, "applicability",
                Tables.Outcomes.named(PolicyShapes.APPLICABILITY));
        places.put(applicability.id(), form.node());
        List<Duty.Support> support = new ArrayList<>();
        for (Form one : form.forms("support")) {
            one.allow(PolicyShapes.SUPPORT.names());
            Expr when = tables.expression(one, "when", Expressions.Type.BOOLEAN, "");
            String fact = one.text("fact");
            tables.fact(one, "fact", fact);
            if (when != null) {
                support.add(new Duty.Support(one.text("id"), when, fact, tables.reason(one)));
            }
        }
        if (policy.role() == Policy.Role.ROUTE) {
            duties.add(new Duty(policy, applicability, null, null, null, null, null, null, support, null, null, null, 0));
            return;
        }
        Form due = part(form, "due", PolicyShapes.DUE);
        Form enforceable = part(form, "enforceable", PolicyShapes.ENFORCEABLE);
        Form evidence = part(form, "evidence", PolicyShapes.EVIDENCE_PART);
        if (due == null || enforceable == null || evidence == null) {
            return;
        }
        Decision shows = tables.read(policy.id() + ".evidence", evidence, "decide", Tables.Outcomes.ofEvidence());
        places.put(shows.id(), form.node());
        duties.add(new Duty(policy, applicability, tables.expression(due, "day", Expressions.Type.DATE, ""),
                tables.expression(due, "begins", Expressions.Type.DATE, ""), shows, tables.evidenceReason(evidence, "otherwise"),
                points(policy, form, tables), checklist(form, tables), support, enforceable.text("by"),
                tables.expression(enforceable, "from", Expressions.Type.DATE, ""),
                form.has("owed_to_us") ? tables.expression(form, "owed_to_us", Expressions.Type.BOOLEAN, "") : null,
                weight(form)));
        tables.reason(form, "consequence");
    }

    /** Whether this duty says how points are judged and could not be read; it is complained of already. */
    private boolean isBroken(@Nullable String id) {
        Form form = id == null ? null : headers.form(id);
        return form != null && !problems.isEmpty() && form.node().present("points") instanceof Located.Mapping points
                && points.present("decide") != null;
    }

    /** A point is judged as its duty says, with its own id standing for {@code point}. */
    private void point(Policy policy, Form form) {
        Duty parent = duties.stream().filter(duty -> duty.policy().id().equals(policy.partOf())).findFirst().orElse(null);
        if (parent == null && isBroken(policy.partOf())) {
            return;
        }
        Duty.Points points = parent == null ? null : parent.points();
        if (points == null || points.evidence() == null) {
            form.complain("part_of", "\"" + policy.partOf() + "\" is no duty that says under \"points\" how each is judged");
            return;
        }
        Decision applies = form.has("applicability") ? before(parent.applicability(), tables().read(policy.id() + ".applicability", form,
                "applicability", Tables.Outcomes.named(PolicyShapes.APPLICABILITY))) : parent.applicability();
        List<Decision.Row> evidence = points.evidence().rows().stream().map(row -> row.forElement(Duty.Points.ELEMENT, policy.id())).toList();
        Decision shows = new Decision(policy.id() + ".evidence", evidence, List.of(), points.evidence().settledBy());
        places.putIfAbsent(applies.id(), form.node());
        places.put(shows.id(), form.node());
        duties.add(new Duty(policy, applies, parent.due(), parent.begins(), shows, points.otherwise(), null, null, List.of(),
                parent.authority(), parent.power(), parent.owedToUs(), 0));
    }

    /** The rows of a point, read before those of its duty. */
    private static Decision before(Decision duty, Decision point) {
        List<Decision.Row> rows = new ArrayList<>(point.rows());
        rows.addAll(duty.rows());
        return new Decision(point.id(), rows, List.of(), duty.settledBy());
    }

    private void useRight(Policy policy, Form form) {
        Tables tables = tables();
        Decision decide = tables.read(policy.id(), form, "decide", Tables.Outcomes.named(PolicyShapes.RIGHTS, PolicyShapes.OPEN));
        keep(decide, form);
        List<Rules.Carried> carries = new ArrayList<>();
        for (Form one : form.forms("carries")) {
            one.allow(PolicyShapes.CARRIED.names());
            Expr when = tables.expression(one, "when", Expressions.Type.BOOLEAN, "");
            if (when != null) {
                carries.add(new Rules.Carried(one.text("id"), when, tables.reason(one)));
            }
        }
        useRights.add(new Rules.UseRightRule(policy, decide, List.copyOf(carries)));
    }

    private void houseRule(Policy policy, Form form) {
        Tables tables = tables();
        Decision decide = tables.read(policy.id(), form, "decide", Tables.Outcomes.named(PolicyShapes.RULE_ANSWERS, PolicyShapes.OPEN));
        Decision weigh = tables.read(policy.id() + ".weight", form, "weigh", Tables.Outcomes.named(PolicyShapes.WEIGHTS));
        keep(decide, form);
        keep(weigh, form);
        houseRules.add(new Rules.HouseRuleRule(policy, decide, weigh, form.flag("on")));
    }

    private void keep(Decision decision, Form form) {
        decisions.put(decision.id(), decision);
        places.put(decision.id(), form.node());
    }

    private @Nullable Form part(Form form, String key, Shape shape) {
        Located node = form.node().present(key);
        if (!(node instanceof Located.Mapping)) {
            form.complain(key, "\"" + key + "\" must have the keys " + shape.keys().stream().filter(Shape.Key::must).map(Shape.Key::name).toList());
            return null;
        }
        Form part = new Form(node, problems);
        part.allow(shape.names());
        return part;
    }

    private Duty.@Nullable Points points(Policy policy, Form form, Tables tables) {
        if (!form.has("points")) {
            return null;
        }
        Form points = part(form, "points", PolicyShapes.POINTS);
        if (points == null) {
            return null;
        }
        String of = points.text("of");
        if (!law.containsKey(of) || law.get(of).type() != LawDatum.Type.LIST) {
            points.complain("of", "there is no list of the law named \"" + of + "\"");
        }
        Expr shown = tables.expression(points, "shown", Expressions.Type.BOOLEAN, Duty.Points.ELEMENT);
        Expr failed = tables.expression(points, "failed", Expressions.Type.BOOLEAN, Duty.Points.ELEMENT);
        Decision evidence = points.has("decide")
                ? tables.read(policy.id() + ".point", points, "decide", Tables.Outcomes.ofEvidence(), Duty.Points.ELEMENT) : null;
        return shown == null || failed == null ? null : new Duty.Points(of, shown, failed, evidence,
                evidence == null ? null : tables.evidenceReason(points, "otherwise"));
    }

    private Duty.@Nullable Checklist checklist(Form form, Tables tables) {
        Form list = form.has("checklist") ? part(form, "checklist", PolicyShapes.CHECKLIST) : null;
        if (list == null) {
            return null;
        }
        String of = list.text("of");
        if (!law.containsKey(of) || law.get(of).type() != LawDatum.Type.LIST) {
            list.complain("of", "there is no list of the law named \"" + of + "\"");
        }
        List<Expr> conditions = new ArrayList<>();
        for (String key : List.of("given", "partly", "missing", "does_not_apply", "needed")) {
            Expr condition = tables.expression(list, key, Expressions.Type.BOOLEAN, Duty.Points.ELEMENT);
            conditions.add(condition == null ? new Expr.Constant(false) : condition);
        }
        Duty.Notes notes = null;
        if (list.has("notes")) {
            Form where = part(list, "notes", PolicyShapes.NOTES);
            if (where != null) {
                tables.fact(where, "table", where.text("table"));
                notes = new Duty.Notes(where.text("table"), where.text("key"), where.text("column"));
            }
        }
        return new Duty.Checklist(of, conditions.get(0), conditions.get(1), conditions.get(2), conditions.get(3), conditions.get(4), notes);
    }

    private static double weight(Form form) {
        Located node = form.node().present("weight");
        if (node == null) {
            return 1;
        }
        if (node instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number && number.signum() >= 0
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        form.complain("weight", "the weight must be a number from 0");
        return 1;
    }

    private void assumption(Form form) {
        form.allow(SetShapes.ASSUMPTION.names());
        Tables tables = tables();
        List<String> standsFor = form.texts("stands_for");
        standsFor.forEach(fact -> tables.fact(form, "stands_for", fact));
        Assumption assumption = new Assumption(assumptions.size(), form.text("id"), form.text("wording"), form.text("basis"),
                form.text("direction"), standsFor);
        Expr needs = tables.expression(form, "needs", Expressions.Type.BOOLEAN, "");
        List<AssumptionRule.Defeater> defeaters = new ArrayList<>();
        for (Form one : form.forms("defeaters")) {
            one.allow(SetShapes.DEFEATER.names());
            Expr when = tables.expression(one, "when", Expressions.Type.BOOLEAN, "");
            if (when != null) {
                defeaters.add(new AssumptionRule.Defeater(one.text("id"), when, tables.reason(one)));
            }
        }
        List<Expr.FactRef> contested = new ArrayList<>();
        for (String fact : form.texts("contested")) {
            tables.fact(form, "contested", fact);
            vocabulary.find(fact).ifPresent(found -> contested.add(new Expr.FactRef(Expr.Of.SUBJECT, found.index())));
        }
        if (needs != null) {
            assumptions.add(new AssumptionRule(assumption, needs, List.copyOf(defeaters), List.copyOf(contested)));
        }
    }

    Map<String, Decision> decisions() {
        return decisions;
    }

    /** Every decision, those inside duties included, with the place to name in complaints. */
    Map<Decision, Located> decisionsWithPlaces() {
        Map<Decision, Located> all = new LinkedHashMap<>();
        decisions.forEach((id, decision) -> all.put(decision, places.get(id)));
        for (Duty duty : duties) {
            all.put(duty.applicability(), places.get(duty.applicability().id()));
            if (duty.evidence() != null) {
                all.put(duty.evidence(), places.get(duty.evidence().id()));
            }
        }
        return all;
    }

    List<Duty> duties() {
        return duties;
    }

    List<AssumptionRule> assumptions() {
        return assumptions;
    }

    /** Rules with one answer each, as the organisation's switches have them. */
    Rules rules(Map<String, Boolean> switches) {
        return new Rules(useRights, houseRules.stream().map(rule -> new Rules.HouseRuleRule(rule.policy(), rule.decide(),
                rule.weigh(), switches.getOrDefault(rule.policy().id(), rule.on()))).toList());
    }
}
