package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.Spelling;
import eu.vitrine.facts.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads facts in all their forms: a bare value, or an object with state, source, date, note and further sources. */
final class FactReader {

    private static final Set<String> SEARCHED_KEYS = Set.of("where", "on", "by");
    private static final Map<FactType, Set<String>> FACT_KEYS = keys(true);
    private static final Map<FactType, Set<String>> ALSO_KEYS = keys(false);

    private final List<Problem> problems;
    private final ValueReader values;
    private final CollectionReader collections;
    private final AmountReader amounts;

    FactReader(List<Problem> problems) {
        this.problems = problems;
        this.values = new ValueReader(problems);
        this.collections = new CollectionReader(problems, values);
        this.amounts = new AmountReader(values);
    }

    /** The fact written here. What is wrong with it is a problem, and reads as unknown. */
    Fact fact(FactDeclaration fact, Located node) {
        List<Claim> also = new ArrayList<>();
        if (node instanceof Located.Mapping mapping) {
            Located others = mapping.present("also");
            if (others instanceof Located.Sequence sequence) {
                sequence.items().forEach(other -> also.add(claim(fact, other, false)));
            } else if (others != null) {
                problems.add(others.problem("\"also\" must be a list of what other sources say, not " + others.described()));
            }
        }
        String because = node instanceof Located.Mapping mapping ? new Form(mapping, problems).optional("chosen_because") : null;
        return new Fact(fact.id(), claim(fact, node, true), also, because);
    }

    private Claim claim(FactDeclaration fact, Located node, boolean first) {
        if (node.isNull()) {
            return Claim.unknown();
        }
        if (!(node instanceof Located.Mapping mapping)) {
            FactValue value = bare(fact, node);
            return value == null ? Claim.unknown()
                    : new Claim(State.VALUE, value, completeness(fact, null, true), null, null, null, null);
        }
        Form form = new Form(mapping, problems);
        allow(mapping, (first ? FACT_KEYS : ALSO_KEYS).get(fact.type()));
        int before = problems.size();
        FactValue value = value(fact, form);
        State state = state(form, value, problems.size() > before);
        return new Claim(
                state, state == State.VALUE ? value : null,
                completeness(fact, mapping.present("complete"), state == State.VALUE),
                url(form), day(mapping, "as_of"), form.optional("note"), searched(mapping),
                tier(form), day(mapping, "checked_on"), values.evidence("evidence", mapping.present("evidence")));
    }

    private void allow(Located.Mapping mapping, Set<String> keys) {
        mapping.keys().forEach((key, where) -> {
            if (!keys.contains(key)) {
                problems.add(where.problem(Spelling.unknown("key", key, keys)
                        + (key.equals("also") ? "; what another source says has no further sources of its own" : "")));
            }
        });
    }

    private static Map<FactType, Set<String>> keys(boolean first) {
        Map<FactType, Set<String>> keys = new EnumMap<>(FactType.class);
        for (FactType type : FactType.values()) {
            keys.put(type, keys(type, first));
        }
        return keys;
    }

    /** The keys that a fact of this type may have. */
    private static Set<String> keys(FactType type, boolean first) {
        Set<String> keys = new HashSet<>(Set.of("value", "state", "source_url", "as_of", "note", "searched", "tier", "checked_on", "evidence"));
        if (first) {
            keys.addAll(List.of("also", "chosen_because"));
        }
        if (type.isNumber()) {
            keys.addAll(List.of("min", "max", "by", "method"));
            keys.add(type == FactType.MONEY ? "currency" : "unit");
        }
        if (type == FactType.TABLE) {
            keys.add("rows");
        }
        if (type == FactType.TABLE || type == FactType.LIST) {
            keys.add("complete");
        }
        return keys;
    }

    private State state(Form form, @Nullable FactValue value, boolean broken) {
        String code = form.optional("state");
        if (code == null) {
            return value == null ? State.UNKNOWN : State.VALUE;
        }
        State state = State.of(code).orElse(null);
        if (state == null) {
            List<String> codes = Arrays.stream(State.values()).map(State::code).toList();
            form.complain("state", "there is no state \"" + code + "\"; the states are " + String.join(", ", codes));
            return State.UNKNOWN;
        }
        if (state == State.VALUE && value == null) {
            if (!broken) {
                form.complain("state", "the state is \"value\" and no value is given; give one, or name another state");
            }
            return State.UNKNOWN;
        }
        if (state != State.VALUE && value != null) {
            form.complain("state", "a fact in the state \"" + code + "\" has no value; leave out the one or the other");
        }
        return state;
    }

    private @Nullable FactValue value(FactDeclaration fact, Form form) {
        if (fact.type().isNumber()) {
            return amounts.amount(fact, form);
        }
        Located value = form.node().present("value");
        Located rows = fact.type() == FactType.TABLE ? form.node().present("rows") : null;
        if (rows != null && value != null) {
            problems.add(rows.problem("\"rows\" and \"value\" say the same; keep one of the two"));
        }
        Located stated = rows != null ? rows : value;
        return stated == null ? null : bare(fact, stated);
    }

    private @Nullable FactValue bare(FactDeclaration fact, Located node) {
        return switch (fact.type()) {
            case LIST -> collections.items(fact, node);
            case TABLE -> collections.rows(fact, node);
            case QUANTITY -> amounts.bare(fact, node);
            default -> values.single(fact.id(), fact.type(), fact.choices(), node);
        };
    }

    private Completeness completeness(FactDeclaration fact, @Nullable Located node, boolean valued) {
        if (node instanceof Located.Scalar scalar && scalar.value() instanceof Boolean complete) {
            return complete ? Completeness.COMPLETE : Completeness.INCOMPLETE;
        }
        if (node != null && !(node instanceof Located.Scalar scalar && "unknown".equals(scalar.value()))) {
            problems.add(node.problem("\"complete\" must be true, false or unknown, not " + node.described()));
        }
        return node == null && valued && fact.type() == FactType.LIST ? Completeness.COMPLETE : Completeness.NOT_KNOWN;
    }

    private static @Nullable SourceTier tier(Form form) {
        String code = form.optional("tier");
        if (code == null) {
            return null;
        }
        SourceTier tier = SourceTier.of(code).orElse(null);
        if (tier == null) {
            List<String> codes = Arrays.stream(SourceTier.values()).map(SourceTier::code).toList();
            form.complain("tier", "there is no kind of source \"" + code + "\"; the kinds are " + String.join(", ", codes));
        }
        return tier;
    }

    private @Nullable String url(Form form) {
        Located node = form.node().present("source_url");
        String text = form.optional("source_url");
        return node == null || text == null ? null : values.url("source_url", node, text);
    }

    private @Nullable Day day(Located.Mapping mapping, String key) {
        Located node = mapping.present(key);
        return node == null ? null : values.day(key, node);
    }

    private Claim.@Nullable Search searched(Located.Mapping mapping) {
        Located node = mapping.present("searched");
        if (node == null) {
            return null;
        }
        if (!(node instanceof Located.Mapping search)) {
            problems.add(node.problem("\"searched\" must say where, on and by, not " + node.described()));
            return null;
        }
        allow(search, SEARCHED_KEYS);
        Form form = new Form(search, problems);
        return new Claim.Search(form.texts("where"), day(search, "on"), form.optional("by"));
    }
}
