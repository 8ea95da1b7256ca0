package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of policies, derivations and assumptions. */
final class PolicyBodies {

    private static final Set<String> DUE_KEYS = Set.of("day", "begins");
    private static final Set<String> ENFORCEABLE_KEYS = Set.of("by", "from");
    private static final Set<String> POINT_KEYS = Set.of("of", "shown", "failed");
    private static final Set<String> SUPPORT_KEYS = Set.of("id", "when", "fact", "why");
    private static final Set<String> ASSUMPTION_KEYS =
            Set.of("id", "order", "wording", "basis", "direction", "stands_for", "needs", "defeaters", "contested");
    private static final Set<String> DEFEATER_KEYS = Set.of("id", "when", "why");
    private static final Set<String> APPLICABILITY = Set.of("APPLIES", "EXEMPT", "NOT_APPLICABLE");

    private final Vocabulary vocabulary;
    private final Map<String, LawDatum> law;
    private final PolicyHeaders headers;
    private final Expressions expressions;
    private final List<Problem> problems;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Located> places = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final List<AssumptionRule> assumptions = new ArrayList<>();

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
                case DUTY, ROUTE -> duty(policy, form);
            }
        }
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
                Tables.Outcomes.named(List.copyOf(APPLICABILITY)));
        places.put(applicability.id(), form.node());
        List<Duty.Support> support = new ArrayList<>();
        for (Form one : form.forms("support")) {
            one.allow(SUPPORT_KEYS);
            Expr when = tables.expression(one, "when", Expressions.Type.BOOLEAN, "");
            String fact = one.text("fact");
            tables.fact(one, "fact", fact);
            if (when != null) {
                support.add(new Duty.Support(one.text("id"), when, fact, tables.reason(one)));
            }
        }
        if (policy.role() == Policy.Role.ROUTE) {
            duties.add(new Duty(policy, applicability, null, null, null, null, null, support, null, null, null, 0));
            return;
        }
        Form due = part(form, "due", DUE_KEYS);
        Form enforceable = part(form, "enforceable", ENFORCEABLE_KEYS);
        Form evidence = part(form, "evidence", Set.of("decide", "otherwise"));
        if (due == null || enforceable == null || evidence == null) {
            return;
        }
        Decision shows = tables.read(policy.id() + ".evidence", evidence, "decide", Tables.Outcomes.ofEvidence());
        places.put(shows.id(), form.node());
        duties.add(new Duty(policy, applicability, tables.expression(due, "day", Expressions.Type.DATE, ""),
                tables.expression(due, "begins", Expressions.Type.DATE, ""), shows, tables.evidenceReason(evidence, "otherwise"),
                points(form, tables), support, enforceable.text("by"),
                tables.expression(enforceable, "from", Expressions.Type.DATE, ""),
                form.has("owed_to_us") ? tables.expression(form, "owed_to_us", Expressions.Type.BOOLEAN, "") : null,
                weight(form)));
    }

    private @Nullable Form part(Form form, String key, Set<String> keys) {
        Located node = form.node().present(key);
        if (!(node instanceof Located.Mapping)) {
            form.complain(key, "a duty needs \"" + key + "\" with " + keys.stream().sorted().toList());
            return null;
        }
        Form part = new Form(node, problems);
        part.allow(keys);
        return part;
    }

    private Duty.@Nullable Points points(Form form, Tables tables) {
        if (!form.has("points")) {
            return null;
        }
        Form points = part(form, "points", POINT_KEYS);
        if (points == null) {
            return null;
        }
        String of = points.text("of");
        if (!law.containsKey(of) || law.get(of).type() != LawDatum.Type.LIST) {
            points.complain("of", "there is no list of the law named \"" + of + "\"");
        }
        Expr shown = tables.expression(points, "shown", Expressions.Type.BOOLEAN, Duty.Points.ELEMENT);
        Expr failed = tables.expression(points, "failed", Expressions.Type.BOOLEAN, Duty.Points.ELEMENT);
        return shown == null || failed == null ? null : new Duty.Points(of, shown, failed);
    }

    private static double weight(Form form) {
        Located node = form.node().present("weight");
        if (node == null) {
            return 1;
        }
        if (node instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number && number.signum() >= 0) {
            return number.doubleValue();
        }
        form.complain("weight", "the weight must be a number from 0");
        return 1;
    }

    private void assumption(Form form) {
        form.allow(ASSUMPTION_KEYS);
        Tables tables = tables();
        List<String> standsFor = form.texts("stands_for");
        standsFor.forEach(fact -> tables.fact(form, "stands_for", fact));
        Assumption assumption = new Assumption(assumptions.size(), form.text("id"), form.text("wording"), form.text("basis"),
                form.text("direction"), standsFor);
        Expr needs = tables.expression(form, "needs", Expressions.Type.BOOLEAN, "");
        List<AssumptionRule.Defeater> defeaters = new ArrayList<>();
        for (Form one : form.forms("defeaters")) {
            one.allow(DEFEATER_KEYS);
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
}
