package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what every policy says about itself, before any condition: names and outcomes must be known to check references. */
final class PolicyHeaders {

    private static final Set<String> COMMON = Set.of("id", "role", "version", "order", "title", "reference", "cite", "basis",
            "plain", "remedy", "automation", "review", "note", "answers_opinion");
    private static final Map<Policy.Role, Set<String>> OWN = Map.ofEntries(
            Map.entry(Policy.Role.CONDITION, Set.of("values", "decide", "settled_by")),
            Map.entry(Policy.Role.CLASSIFICATION, Set.of("name", "values", "conditions", "concerns", "decide", "assume", "settled_by")),
            Map.entry(Policy.Role.DUTY, Set.of("applicability", "due", "begins", "evidence", "points", "support", "enforceable",
                    "owed_to_us", "weight", "concerns", "conditions", "consequence", "checklist")),
            Map.entry(Policy.Role.OUR_DUTY, Set.of("applicability", "due", "evidence", "support", "enforceable", "concerns",
                    "conditions", "consequence")),
            Map.entry(Policy.Role.ROUTE, Set.of("applicability", "support")),
            Map.entry(Policy.Role.POINT, Set.of("part_of", "applicability")),
            Map.entry(Policy.Role.USE_RIGHT, Set.of("concerns", "decide", "settled_by", "carries")),
            Map.entry(Policy.Role.HOUSE_RULE, Set.of("concerns", "decide", "settled_by", "on", "weigh")),
            Map.entry(Policy.Role.CITATION, Set.of()),
            Map.entry(Policy.Role.DERIVATION, Set.of("type", "decide", "assume", "settled_by")));
    private static final List<String> YES_OR_NO = List.of("YES", "NO");
    private static final Map<Policy.Role, Set<Kind>> CONCERNS = Map.of(
            Policy.Role.CLASSIFICATION, Set.of(Kind.MODEL, Kind.LICENCE),
            Policy.Role.OUR_DUTY, Set.of(Kind.USE),
            Policy.Role.USE_RIGHT, Set.of(Kind.USE),
            Policy.Role.HOUSE_RULE, Set.of(Kind.MODEL, Kind.SERVICE, Kind.USE));

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final Map<String, Expressions.Type> derivedTypes = new LinkedHashMap<>();
    private final Map<String, Set<String>> decisionValues = new LinkedHashMap<>();
    private final List<Form> assumptions;

    PolicyHeaders(PolicySetReader.PolicyFiles files, List<Problem> problems) {
        this.assumptions = files.assumptions();
        files.policies().forEach(form -> header(form, problems));
        files.derivations().forEach(form -> header(form, problems));
        Set<String> names = new HashSet<>(decisionValues.keySet());
        for (Policy policy : policies) {
            policy.conditions().stream().filter(id -> !names.contains(id)).forEach(id ->
                    forms.get(policy.id()).complain("conditions", "there is no condition \"" + id + "\""));
        }
    }

    private void header(Form form, List<Problem> problems) {
        String id = form.text("id");
        Policy.Role role = choice(form, "role", Policy.Role.class, Policy.Role.CONDITION);
        Set<String> allowed = new HashSet<>(COMMON);
        allowed.addAll(OWN.get(role));
        form.allow(allowed);
        String file = form.node().file();
        if (!file.substring(file.lastIndexOf('/') + 1).equals(id + ".yaml")) {
            form.complain("id", "the policy \"" + id + "\" must stand in the file " + id + ".yaml");
        }
        boolean decision = role == Policy.Role.CONDITION || role == Policy.Role.CLASSIFICATION;
        List<String> values = !decision ? List.of() : form.has("values") ? form.texts("values") : YES_OR_NO;
        String name = role == Policy.Role.CLASSIFICATION ? form.text("name") : null;
        Policy policy = new Policy(id, role, name, form.text("version"), form.integer("order", 0), form.text("title"),
                form.text("reference"), form.text("cite"), choice(form, "basis", Policy.Basis.class, Policy.Basis.STATUTE),
                form.text("plain"), form.optional("remedy"),
                choice(form, "automation", Policy.Automation.class, Policy.Automation.FULL), form.flag("review"),
                form.optional("note"), form.optional("answers_opinion"), values, form.texts("conditions"), concerns(form, role),
                role == Policy.Role.POINT ? form.text("part_of") : null, form.optional("consequence"), Overlay.isOverlaid(file));
        if (policy.ours() && role != Policy.Role.HOUSE_RULE) {
            form.complain("role", "an organisation may add or replace house rules only; \"" + id + "\" is a " + form.text("role"));
        }
        if (forms.put(id, form) != null) {
            form.complain("id", "the policy \"" + id + "\" exists twice");
        }
        policies.add(policy);
        if (decision && decisionValues.put(name == null ? id : name, new LinkedHashSet<>(values)) != null) {
            form.complain("name", "the name \"" + name + "\" is taken");
        }
        if (role == Policy.Role.DERIVATION) {
            derivedTypes.put(id, choice(form, "type", Expressions.Type.class, Expressions.Type.NUMBER));
        }
    }

    private static Set<Kind> concerns(Form form, Policy.Role role) {
        if (!form.has("concerns")) {
            return CONCERNS.getOrDefault(role, Set.of(Kind.MODEL));
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String code : form.texts("concerns")) {
            Kind.of(code).ifPresentOrElse(kinds::add, () -> form.complain("concerns", "\"" + code + "\" is not a kind of record"));
        }
        return kinds;
    }

    static <E extends Enum<E>> E choice(Form form, String key, Class<E> type, E otherwise) {
        String text = form.text(key);
        for (E one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(text)) {
                return one;
            }
        }
        form.complain(key, "\"" + text + "\" is not a " + key);
        return otherwise;
    }

    List<Policy> policies() {
        return policies;
    }

    Form form(String id) {
        return forms.get(id);
    }

    List<Form> assumptions() {
        return assumptions;
    }

    Map<String, Expressions.Type> derivedTypes() {
        return derivedTypes;
    }

    Map<String, Set<String>> decisionValues() {
        return decisionValues;
    }
}
