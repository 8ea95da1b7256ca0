package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the facts and assumptions behind an answer, and fills reasons with what was known. */
final class Reasons {

    private final PolicySet set;
    private final Subject subject;
    private final Run run;
    private final Map<String, String> arguments = new HashMap<>();
    private final Map<IdSet, Why> open = new HashMap<>();

    /** Reasons for answers under the assumptions that a run makes just now. */
    Reasons(PolicySet set, Subject subject, Run run) {
        this.set = set;
        this.subject = subject;
        this.run = run;
    }

    List<String> factIds(IdSet facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(facts.size());
        facts.forEach(index -> ids.add(set.vocabulary().facts().get(index).id()));
        return Collections.unmodifiableList(ids);
    }

    List<String> assumptionIds(int bits) {
        return bits == 0 ? List.of()
                : set.assumptions().stream().filter(one -> (bits & one.bit()) != 0).map(Assumption::id).toList();
    }

    /** Whether any of these facts is known and older than it may be. */
    boolean isStale(IdSet facts) {
        boolean[] stale = {false};
        facts.within(set.ageing()).forEach(index -> {
            Fact fact = run.facts().fact(index);
            stale[0] |= fact.claim().value() != null && set.vocabulary().facts().get(index).isStale(fact.claim(), run.asOf());
        });
        return stale[0];
    }

    /** What a reader noted on a field of a form, or null. */
    @Nullable String note(Duty.@Nullable Notes notes, String field) {
        if (notes == null || !(subject.facts().get(notes.table()).claim().value() instanceof FactValue.Rows rows)) {
            return null;
        }
        for (FactValue.Row row : rows.rows()) {
            if (row.cell(notes.key()) instanceof FactValue.Text(String key) && key.equals(field)
                    && row.cell(notes.column()) instanceof FactValue.Text(String note)) {
                return note;
            }
        }
        return null;
    }

    /** Why a decision came out as it did. */
    List<Why> of(String policy, Run.Decided decided) {
        List<Why> why = new ArrayList<>();
        if (decided.assumed() != null) {
            why.add(why(policy + "." + decided.assumed().id(), decided.assumed().why()));
            return why;
        }
        for (Decision.Row row : decided.rows()) {
            if (!row.why().isEmpty() && (!decided.value().isUnknown() || row.isUndetermined() || decided.rows().size() == 1)) {
                why.add(why(policy + "." + row.id(), row.why()));
            }
        }
        boolean several = decided.rows().size() > 1;
        if (decided.value().isUnknown() && (why.isEmpty() || several)) {
            why.add(open.computeIfAbsent(decided.value().trace().causes(), this::open));
        }
        return why;
    }

    /** The same, with what sources disagree about. */
    List<Why> whole(String policy, Run.Decided decided) {
        List<Why> why = of(policy, decided);
        why.addAll(disputed(decided.value().trace(), List.of(decided)));
        return List.copyOf(why);
    }

    /** On which of the facts that an answer rests on sources disagree, unless the rows that decided say so themselves. */
    List<Why> disputed(Trace trace, List<Run.Decided> decided) {
        if (trace.disputed().isEmpty()) {
            return List.of();
        }
        IdSet untold = trace.disputed();
        for (Run.Decided one : decided) {
            untold = one.assumed() == null ? untold.without(told(one)) : untold;
        }
        List<String> labels = factIds(untold).stream().map(id -> set.vocabulary().get(id).label()).distinct().toList();
        return labels.isEmpty() ? List.of() : List.of(new Why(Why.DISPUTE, "Sources disagree on what this rests on: {facts}.", Map.of("facts", String.join("; ", labels))));
    }

    /** The facts whose dispute the rows that decided are about. */
    private IdSet told(Run.Decided decided) {
        List<Integer> told = new ArrayList<>();
        for (Decision.Row row : decided.rows()) {
            if (row.when() != null && !row.why().isEmpty()) {
                row.when().walk(expr -> {
                    if (expr instanceof Expr.Op(Expr.Operation operation, List<Expr> args) && operation == Expr.Operation.CONFLICT
                            && args.getFirst() instanceof Expr.FactRef(Expr.Of of, int index) && of == Expr.Of.SUBJECT) {
                        told.add(index);
                    }
                });
            }
        }
        return IdSet.of(told);
    }

    /** The sentence that names what is not known. */
    private Why open(IdSet causes) {
        List<String> labels = factIds(causes).stream().map(id -> set.vocabulary().get(id).label()).distinct().toList();
        return labels.isEmpty()
                ? new Why("open", "The facts recorded do not settle it.", Map.of())
                : new Why("open.facts", "Turns on what is not known yet: {facts}.", Map.of("facts", String.join("; ", labels)));
    }

    /** Why a failure is not said: nothing is shown not to be met before it is due or on an assumption. */
    Why softened(boolean assumed) {
        return assumed
                ? new Why("softened.assumed", "Not said to be unmet, because that would rest on an assumption.", Map.of())
                : new Why("softened.not-due", "Not said to be unmet, because it is not shown to apply and to be due.", Map.of());
    }

    /** What is assumed, and what could not be assumed because a fact speaks against it. */
    List<Why> assumed(Trace trace) {
        if ((trace.assumptions() | trace.defeated()) == 0) {
            return List.of();
        }
        List<Why> why = new ArrayList<>();
        for (AssumptionRule rule : set.assumptionRules()) {
            Assumption assumption = rule.assumption();
            if ((trace.assumptions() & assumption.bit()) != 0) {
                why.add(new Why("assumption." + assumption.id(), "Assumed: " + assumption.wording(), Map.of()));
            } else if ((trace.defeated() & assumption.bit()) != 0) {
                why.add(defeated(rule));
            }
        }
        return why;
    }

    private Why defeated(AssumptionRule rule) {
        String id = run.defeater(rule);
        for (AssumptionRule.Defeater defeater : rule.defeaters()) {
            if (defeater.id().equals(id)) {
                return why("assumption." + rule.assumption().id() + "." + id, defeater.why());
            }
        }
        return new Why("assumption." + rule.assumption().id() + "." + AssumptionRule.CONTESTED,
                "Sources disagree on a fact that would otherwise be assumed, so nothing is assumed.", Map.of());
    }

    /** A reason with its arguments filled in. */
    Why why(String id, String template) {
        int brace = template.indexOf('{');
        Map<String, String> args = brace < 0 ? Map.of() : new HashMap<>();
        while (brace >= 0) {
            int close = template.indexOf('}', brace);
            String name = template.substring(brace + 1, close);
            args.put(name, arguments.computeIfAbsent(name, this::argument));
            brace = template.indexOf('{', close);
        }
        return new Why(id, template.strip(), args);
    }

    private String argument(String name) {
        if (name.equals("asOf")) {
            return FactWords.date(run.asOf());
        }
        if (name.startsWith("law.")) {
            return words(run.law(name.substring(4)));
        }
        if (name.startsWith(LawDatum.HOUSE)) {
            return words(run.law(name));
        }
        if (name.startsWith("derived.")) {
            return words(run.decision(name));
        }
        FactDeclaration declaration = set.vocabulary().get(name);
        return FactWords.of(declaration, subject.facts().get(name));
    }

    /** A value derived by rule or by law, in words. */
    static String words(Value value) {
        return switch (value.known()) {
            case Value.Days days when days.earliest() == days.latest() -> FactWords.date(LocalDate.ofEpochDay(days.latest()));
            case Value.Days days -> FactWords.date(LocalDate.ofEpochDay(days.earliest())) + " to "
                    + FactWords.date(LocalDate.ofEpochDay(days.latest()));
            case Value.Range range -> words(range);
            case Value.Listing listing -> String.join(", ", listing.items().stream().map(String::valueOf).toList());
            case String text -> text;
            case null, default -> "not known";
        };
    }

    private static String words(Value.Range range) {
        boolean fromBelow = Double.isFinite(range.low());
        boolean fromAbove = Double.isFinite(range.high());
        if (fromBelow && fromAbove) {
            return range.low() == range.high() ? FactWords.number(range.point())
                    : FactWords.number(range.low()) + " to " + FactWords.number(range.high());
        }
        return fromBelow ? "at least " + FactWords.number(range.low()) : fromAbove ? "at most " + FactWords.number(range.high()) : "not known";
    }
}
