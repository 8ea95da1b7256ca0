package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads decision tables. */
final class Tables {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([^}]+)}");

    /**
     * What a table can answer.
     *
     * @param named codes, or empty when the outcome is computed
     * @param computed type of a computed outcome, or null
     * @param evidence whether outcomes are about evidence and carry the reason for its lack
     * @param open how a row says that nobody can tell yet
     */
    record Outcomes(Set<String> named, Expressions.@Nullable Type computed, boolean evidence, String open) {
        static Outcomes named(Collection<String> values) {
            return new Outcomes(Set.copyOf(values), null, false, Decision.UNDETERMINED);
        }

        /** The same where the table says {@code OPEN}. */
        static Outcomes named(Collection<String> values, String open) {
            return new Outcomes(Set.copyOf(values), null, false, open);
        }

        static Outcomes computed(Expressions.Type type) {
            return new Outcomes(Set.of(), type, false, Decision.UNDETERMINED);
        }

        static Outcomes ofEvidence() {
            return new Outcomes(Arrays.stream(Answers.Evidence.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet()), null, true,
                    Decision.UNDETERMINED);
        }
    }

    private final Vocabulary vocabulary;
    private final Map<String, LawDatum> law;
    private final PolicyHeaders headers;
    private final Expressions expressions;
    private final List<AssumptionRule> assumptions;
    private final List<Problem> problems;

    Tables(Vocabulary vocabulary, Map<String, LawDatum> law, PolicyHeaders headers, Expressions expressions,
            List<AssumptionRule> assumptions, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.law = law;
        this.headers = headers;
        this.expressions = expressions;
        this.assumptions = assumptions;
        this.problems = problems;
    }

    Decision read(String id, Form form, String key, Outcomes outcomes) {
        return read(id, form, key, outcomes, "");
    }

    /** The same; conditions may name {@code element} where it is not empty. */
    Decision read(String id, Form form, String key, Outcomes outcomes, String element) {
        List<Decision.Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Form row : form.forms(key)) {
            row.allow(PolicyShapes.ROW.names());
            unique(row, ids);
            Expr when = row.has("when") ? expression(row, "when", Expressions.Type.BOOLEAN, element) : null;
            Expr then = outcome(row, outcomes);
            rows.add(new Decision.Row(row.text("id"), when, then, reason(row), row.flag("review"), facts(row, "settled_by"),
                    row.optional("ground")));
        }
        if (rows.isEmpty()) {
            form.complain(key, "\"" + key + "\" needs at least one row");
        }
        List<Decision.Assumed> assumed = new ArrayList<>();
        for (Form one : form.forms("assume")) {
            one.allow(PolicyShapes.ASSUMED.names());
            unique(one, ids);
            Expr when = one.has("when") ? expression(one, "when", Expressions.Type.BOOLEAN, "") : null;
            assumed.add(new Decision.Assumed(one.text("id"), bits(one), when, outcome(one, outcomes), reason(one)));
        }
        return new Decision(id, rows, assumed, facts(form, "settled_by"));
    }

    private static void unique(Form row, Set<String> ids) {
        if (!ids.add(row.text("id"))) {
            row.complain("id", "the row \"" + row.text("id") + "\" stands twice in this table");
        }
    }

    private int bits(Form form) {
        int bits = 0;
        for (String id : form.texts("with")) {
            int bit = assumptions.stream().map(AssumptionRule::assumption).filter(one -> one.id().equals(id))
                    .mapToInt(Assumption::bit).findFirst().orElse(0);
            if (bit == 0) {
                form.complain("with", id, "there is no assumption \"" + id + "\"");
            }
            bits |= bit;
        }
        return bits;
    }

    private Expr outcome(Form row, Outcomes outcomes) {
        String then = row.text("then");
        if (then.equals(outcomes.open())) {
            return new Expr.Constant(Decision.UNDETERMINED);
        }
        if (outcomes.computed() != null) {
            Expr computed = expression(row, "then", outcomes.computed(), "");
            return computed == null ? new Expr.Constant(then) : computed;
        }
        if (!outcomes.named().contains(then)) {
            row.complain("then", "\"" + then + "\" is none of " + outcomes.named().stream().sorted().toList());
        }
        return new Expr.Constant(outcomes.evidence() ? evidence(row, then) : then);
    }

    private Object evidence(Form row, String then) {
        for (Answers.Evidence evidence : Answers.Evidence.values()) {
            if (evidence.name().equals(then)) {
                return new EvidenceOutcome(evidence, EvidenceOutcome.needsReason(evidence) ? evidenceReason(row, "reason") : null);
            }
        }
        return then;
    }

    EvidenceReason evidenceReason(Form form, String key) {
        String text = form.text(key);
        for (EvidenceReason reason : EvidenceReason.values()) {
            if (reason.name().equals(text)) {
                return reason;
            }
        }
        form.complain(key, "\"" + text + "\" is not a reason for a lack of evidence");
        return EvidenceReason.NOT_EXAMINED;
    }

    /** The condition under a key; null after a complaint. */
    @Nullable Expr expression(Form form, String key, Expressions.Type type, String element) {
        Located node = form.node().present(key);
        if (!(node instanceof Located.Scalar scalar)) {
            form.complain(key, "\"" + key + "\" must be a condition");
            return null;
        }
        try {
            return expressions.read(scalar, type, element);
        } catch (InvalidCondition e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    void fact(Form form, String key, String id) {
        if (vocabulary.find(id).isEmpty()) {
            form.complain(key, id, "there is no fact \"" + id + "\"" + Spelling.advice(id, vocabulary.facts().stream().map(FactDeclaration::id).toList()));
        }
    }

    private IdSet facts(Form form, String key) {
        List<Integer> indexes = new ArrayList<>();
        for (String id : form.texts(key)) {
            fact(form, key, id);
            vocabulary.find(id).ifPresent(found -> indexes.add(found.index()));
        }
        return IdSet.of(indexes);
    }

    /** The reason of a row; whatever it names in braces must exist. */
    String reason(Form form) {
        return reason(form, "why");
    }

    /** A text under a key; whatever it names in braces must exist. */
    String reason(Form form, String key) {
        String why = form.has(key) ? form.text(key) : "";
        Matcher matcher = ARGUMENT.matcher(why);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean known = name.equals("asOf") || vocabulary.find(name).isPresent()
                    || name.startsWith("law.") && law.containsKey(name.substring(4))
                    || name.startsWith(LawDatum.HOUSE) && law.containsKey(name)
                    || name.startsWith("derived.") && headers.derivedTypes().containsKey(name.substring(8));
            if (!known) {
                form.complain(key, "the text names \"" + name.toLowerCase(Locale.ROOT) + "\", which is no fact, figure or derived value");
            }
        }
        return why;
    }
}
