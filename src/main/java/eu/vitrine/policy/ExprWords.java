package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Sentence.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that conditions speak of, as phrases in English: facts with what is recorded, figures with their source. */
final class ExprWords {

    /** Texts and addresses are cut here; the whole stands with the fact. */
    private static final int LONGEST = 60;
    /** Lists of the law up to this length are written out. */
    private static final int WRITTEN_OUT = 4;

    private final PolicySet set;
    private final Map<String, Policy> policies;
    private final @Nullable Subject subject;
    private final @Nullable Run run;
    private final Map<String, Expr> over = new HashMap<>();
    private final Set<String> cited = new HashSet<>();
    private boolean plain;
    private boolean remembering = true;

    /**
     * Words for a subject.
     *
     * @param policies the policy behind each decision
     * @param subject whose facts are told; null tells none
     * @param run how it stands on the day; null where there is no subject
     */
    ExprWords(PolicySet set, Map<String, Policy> policies, @Nullable Subject subject, @Nullable Run run) {
        this.set = set;
        this.policies = policies;
        this.subject = subject;
        this.run = run;
    }

    /** The value of an expression, named. */
    Phrase of(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant -> constant(constant.value(), null);
            case Expr.FactRef ref -> label(ref).and(recorded(ref));
            case Expr.DecisionRef ref -> answer(ref);
            case Expr.LawRef ref -> figure(ref.name());
            case Expr.AsOf now -> new Phrase().words("the day for which the law is read")
                    .and(run == null ? new Phrase() : bracketed(FactWords.date(run.asOf())));
            case Expr.Slug slug -> new Phrase().words("this record itself");
            case Expr.Element element -> new Phrase().words(element.name().equals(Duty.Points.ELEMENT) ? "the point in question"
                    : over.get(element.name()) instanceof Expr.LawRef ? "the entry of that list" : "the entry");
            case Expr.Cell cell -> new Phrase().words("its “" + column(cell).map(FactDeclaration.Column::label)
                    .orElseGet(() -> cell.column().replace('_', ' ')) + "”");
            case Expr.ListOf list -> list(list, null);
            case Expr.Quantifier quantifier -> new Phrase().words("a statement about ").and(of(quantifier.over()));
            case Expr.Op op -> operation(op);
        };
    }

    /** From here on, the source of a figure is given again where the figure is first named. */
    void citeAgain() {
        cited.clear();
    }

    /** Whether figures named from here on count as named: those in a part that may be left out do not. */
    void remember(boolean counts) {
        remembering = counts;
    }

    /** The same in short: without what is recorded, and figures by their value alone. */
    Phrase inShort(Expr expr) {
        plain = true;
        Phrase phrase = of(expr);
        plain = false;
        return phrase;
    }

    /** From here on, elements and cells of this name are those of the entries of a list or table. */
    void enter(Expr.Quantifier quantifier) {
        over.put(quantifier.name(), quantifier.over());
    }

    private Optional<FactDeclaration.Column> column(Expr.Cell cell) {
        return over.get(cell.name()) instanceof Expr.FactRef ref
                ? Optional.ofNullable(set.vocabulary().facts().get(ref.index()).column(cell.column())) : Optional.empty();
    }

    /** The label of a fact, without what is recorded. */
    Phrase label(Expr.FactRef ref) {
        FactDeclaration declaration = set.vocabulary().facts().get(ref.index());
        Phrase label = new Phrase().fact(declaration.label(), declaration.id());
        return ref.of() == Expr.Of.SUBJECT ? label : label.words(" of the first version of its training run");
    }

    /** What is recorded of a fact, in brackets behind a space; nothing without a subject. */
    Phrase recorded(Expr.FactRef ref) {
        if (subject == null || plain) {
            return new Phrase();
        }
        FactDeclaration declaration = set.vocabulary().facts().get(ref.index());
        Fact fact = ref.of() == Expr.Of.SUBJECT ? subject.facts().get(declaration.id())
                : subject.lifecycle() == null ? Fact.unknown(declaration.id()) : subject.lifecycle().get(declaration.id());
        String words = brief(FactWords.of(declaration, fact));
        return bracketed(fact.claim().value() instanceof FactValue.Amount amount && amount.by() != null
                ? words + ", according to " + (amount.by().equals("provider") ? "the provider" : amount.by()) : words);
    }

    private static Phrase bracketed(String value) {
        return new Phrase().words(" (").value(value).words(")");
    }

    static String brief(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST);
        return words.substring(0, space < LONGEST / 2 ? LONGEST : space) + " …";
    }

    private Phrase answer(Expr.DecisionRef ref) {
        Policy policy = java.util.Objects.requireNonNull(policies.get(ref.id()));
        boolean derived = policy.role() == Policy.Role.DERIVATION;
        Phrase phrase = derived ? new Phrase().answer(policy.title(), policy.id())
                : new Phrase().words("the answer to “").answer(policy.title(), policy.id()).words("”");
        return run == null || plain ? phrase : phrase.and(bracketed(value(run.decide(set.decision(ref.id())).value())));
    }

    /** The value of a decision in words. */
    static String value(Value value) {
        return value.isUnknown() ? "open"
                : value.known() instanceof String || value.known() instanceof EvidenceOutcome
                        ? Wording.outcome(java.util.Objects.requireNonNull(value.known()))
                        : value.known() instanceof Boolean truth ? truth ? "yes" : "no" : Reasons.words(value);
    }

    /** A figure of the law or of our own, with its source; on the day, or in its newest version. */
    Phrase figure(String name) {
        LawDatum datum = set.law(name);
        LawDatum.Version version = version(datum);
        boolean named = plain || cited.contains(name);
        if (remembering && !plain) {
            cited.add(name);
        }
        if (version.value() instanceof List<?> items && items.size() > WRITTEN_OUT) {
            Phrase list = new Phrase().words("the list “").figure(datum.label(), name).words("”");
            return named ? list : list.words(" (" + version.source() + ")");
        }
        String value = words(datum, version.value());
        return named ? new Phrase().figure(value, name)
                : new Phrase().value(value).words(" (").figure(lower(datum.label()), name).words("; " + version.source() + ")");
    }

    private LawDatum.Version version(LawDatum datum) {
        LawDatum.Version current = datum.versions().getFirst();
        for (LawDatum.Version version : datum.versions()) {
            if (version.from() == null || run == null || !version.from().isAfter(run.asOf())) {
                current = version;
            }
        }
        return current;
    }

    private String words(LawDatum datum, Object value) {
        return switch (value) {
            case Double number -> FactWords.number(number);
            case java.time.LocalDate day -> FactWords.date(day);
            case List<?> items -> String.join(", ", items.stream().map(item -> Wording.entry(set, datum, item.toString())).toList());
            default -> value.toString();
        };
    }

    private static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1)) ? label : label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }

    /**
     * A constant.
     *
     * @param beside what it is compared with, which may have words for it
     */
    Phrase constant(Object value, @Nullable Expr beside) {
        return new Phrase().words(switch (value) {
            case Boolean truth -> truth ? "“yes”" : "“no”";
            case Double number -> FactWords.number(number);
            case String code -> "“" + choice(code, beside) + "”";
            default -> value.toString();
        });
    }

    private String choice(String code, @Nullable Expr beside) {
        return switch (beside) {
            case Expr.FactRef ref -> set.vocabulary().facts().get(ref.index()).choices().getOrDefault(code, code);
            case Expr.DecisionRef ref -> Wording.code(code);
            case Expr.Cell cell -> column(cell).map(column -> column.choices().get(code)).orElseGet(() -> code.replace('_', ' '));
            case Expr.Element element when over.get(element.name()) instanceof Expr.FactRef ref -> choice(code, ref);
            case Expr.Op op when op.operation() == Expr.Operation.FIRM || op.operation() == Expr.Operation.AGREED -> choice(code, op.args().getFirst());
            case null, default -> code.replace('_', ' ');
        };
    }

    /** Constants written out, as in "one of a, b or c". */
    Phrase list(Expr.ListOf list, @Nullable Expr beside) {
        List<String> items = new ArrayList<>();
        list.items().forEach(item -> items.add(constant(((Expr.Constant) item).value(), beside).sentence().text()));
        return new Phrase().words(items.size() < 2 ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " or " + items.getLast());
    }

    private Phrase operation(Expr.Op op) {
        List<Expr> args = op.args();
        return switch (op.operation()) {
            case ADD -> of(args.get(0)).words(" plus ").and(of(args.get(1)));
            case SUBTRACT -> of(args.get(0)).words(" less ").and(of(args.get(1)));
            case MULTIPLY -> of(args.get(0)).words(" times ").and(of(args.get(1)));
            case SIZE -> new Phrase().words("the number of entries in ").and(of(args.getFirst()));
            case AGE -> new Phrase().words("the age of what is recorded on ").and(of(args.getFirst())).words(", in days,");
            case SECOND -> new Phrase().words("the figure of another source for ").and(of(args.getFirst()));
            case POINT -> new Phrase().words("the figure alone of ").and(of(args.getFirst()));
            case AT_LEAST -> new Phrase().words("at least ").and(of(args.getFirst()));
            case WIDEN -> of(args.get(0)).words(", read from ").and(of(args.get(1))).words(" to ").and(of(args.get(2))).words(" times that figure");
            case LATER -> new Phrase().words("the later of ").and(of(args.get(0))).words(" and ").and(of(args.get(1)));
            case PLUS_DAYS -> of(args.get(0)).words(" plus ").and(of(args.get(1))).words(" days");
            case PLUS_MONTHS -> of(args.get(0)).words(" plus ").and(of(args.get(1))).words(" months");
            case FIRM -> of(args.getFirst()).words(", leaving out what is only assumed,");
            case AGREED -> of(args.getFirst()).words(", leaving out what sources disagree on,");
            case CURRENCY -> new Phrase().words("the currency of ").and(of(args.getFirst()));
            case STATE -> new Phrase().words("the state of ").and(of(args.getFirst()));
            case CHOOSE -> of(args.get(1)).words(" or ").and(of(args.get(2))).words(", as the case may be");
            default -> new Phrase().words("whether a condition holds");
        };
    }
}
