package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what every policy says about itself, before any condition: names and outcomes must be known to check references. */
final class PolicyHeaders {

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
    private boolean complete = true;

    PolicyHeaders(PolicySetReader.PolicyFiles files, List<Problem> problems) {
        this.assumptions = files.assumptions();
        files.policies().forEach(form -> header(form, problems));
        files.derivations().forEach(form -> header(form, problems));
        for (Policy policy : policies) {
            policy.conditions().stream().filter(id -> !decisionValues.containsKey(id)).forEach(id ->
                    forms.get(policy.id()).complain("conditions", id, "there is no condition \"" + id + "\"" + Spelling.advice(id, decisionValues.keySet())));
        }
    }

    /** Whether every policy has its id, role, name and type, so that conditions can be read. */
    boolean isComplete() {
        return complete;
    }

    private void header(Form form, List<Problem> problems) {
        String id = form.text("id");
        Policy.Role role = choice(form, "role", Policy.Role.class);
        if (id.isEmpty() || role == null) {
            complete = false;
            return;
        }
        form.allow(PolicyShapes.of(role).names());
        String file = form.node().file();
        if (!file.substring(file.lastIndexOf('/') + 1).equals(id + ".yaml")) {
            form.complain("id", "the policy \"" + id + "\" must stand in the file " + id + ".yaml");
        }
        boolean decision = role == Policy.Role.CONDITION || role == Policy.Role.CLASSIFICATION;
        List<String> values = !decision ? List.of() : form.has("values") ? values(form) : YES_OR_NO;
        String name = role == Policy.Role.CLASSIFICATION ? form.text("name") : null;
        complete &= name == null || !name.isEmpty();
        Policy policy = new Policy(id, role, name, form.text("version"), form.integer("order", 0), form.text("title"),
                form.text("reference"), form.text("cite"), or(choice(form, "basis", Policy.Basis.class), Policy.Basis.STATUTE),
                form.text("plain"), form.optional("remedy"),
                or(choice(form, "automation", Policy.Automation.class), Policy.Automation.FULL), form.flag("review"),
                form.optional("note"), form.optional("answers_opinion"), values, form.texts("conditions"), concerns(form, role),
                role == Policy.Role.POINT ? form.text("part_of") : null, form.optional("consequence"), Overlay.isOverlaid(file));
        if (policy.ours() && role != Policy.Role.HOUSE_RULE) {
            form.complain("role", "an organisation may add or replace house rules only; \"" + id + "\" is a " + form.text("role"));
        }
        Form first = forms.putIfAbsent(id, form);
        if (first != null) {
            form.complain("id", "the policy \"" + id + "\" exists already in " + first.node().file());
            return;
        }
        policies.add(policy);
        if (decision && decisionValues.put(name == null ? id : name, new LinkedHashSet<>(values)) != null) {
            form.complain(name == null ? "id" : "name", "the name \"" + (name == null ? id : name) + "\" is taken by another policy");
        }
        if (role == Policy.Role.DERIVATION) {
            Expressions.Type type = choice(form, "type", Expressions.Type.class);
            complete &= type != null;
            derivedTypes.put(id, or(type, Expressions.Type.NUMBER));
        }
    }

    private static List<String> values(Form form) {
        List<String> values = form.texts("values");
        if (values.isEmpty() || values.contains(Decision.UNDETERMINED)) {
            form.complain("values", "\"values\" names the answers that can be given; " + Decision.UNDETERMINED + " is always one of them and not listed");
        }
        return values;
    }

    private static Set<Kind> concerns(Form form, Policy.Role role) {
        if (!form.has("concerns")) {
            return CONCERNS.getOrDefault(role, Set.of(Kind.MODEL));
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String code : form.texts("concerns")) {
            Kind.of(code).ifPresentOrElse(kinds::add, () -> form.complain("concerns", code, "\"" + code + "\" is not a kind of record"));
        }
        if (kinds.isEmpty()) {
            form.complain("concerns", "\"concerns\" must name at least one kind of record");
        }
        return kinds;
    }

    /** The constant that a key names; null after a complaint. */
    private static <E extends Enum<E>> @Nullable E choice(Form form, String key, Class<E> type) {
        if (!form.has(key)) {
            form.text(key);
            return null;
        }
        String text = form.text(key);
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Holds::word).toList();
        if (!words.contains(text)) {
            form.complain(key, Spelling.noneOf(text, words));
            return null;
        }
        return type.getEnumConstants()[words.indexOf(text)];
    }

    private static <E> E or(@Nullable E chosen, E otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    List<Policy> policies() {
        return policies;
    }

    @Nullable Form form(String id) {
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
