package eu.vitrine.policy;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The situation of a case with some facts changed.
 *
 * @param changed the facts that differ from those of the case
 * @param root facts of the record that the lifecycle began with, or null
 */
record Situation(CaseFile.Case base, LocalDate asOf, List<Fact> changed, @Nullable Facts root) {

    static Situation of(CaseFile.Case base) {
        return new Situation(base, base.asOf(), List.of(), base.subject().lifecycle());
    }

    Subject subject(Vocabulary vocabulary) {
        Subject given = base.subject();
        Set<Kind> stated = EnumSet.copyOf(given.stated());
        changed.forEach(fact -> stated.add(vocabulary.get(fact.id()).kind()));
        return new Subject(given.slug(), given.name(), given.version(), stated, given.facts().and(Facts.of(changed)),
                given.licences(), given.services(), root);
    }

    /** The same with as few changes as still have a property. */
    Situation shrunk(Predicate<Situation> property) {
        Situation least = this;
        for (Situation simpler : List.of(new Situation(base, base.asOf(), changed, root), new Situation(base, asOf, changed, base.subject().lifecycle()))) {
            least = property.test(simpler) ? new Situation(base, simpler.asOf, least.changed, simpler.root) : least;
        }
        for (Fact fact : changed) {
            least = simpler(least, property, fact, null);
            least = simpler(least, property, fact, plain(fact));
        }
        return property.test(least) ? least : this;
    }

    /** With a fact left out or replaced, where that keeps the property. */
    private static Situation simpler(Situation one, Predicate<Situation> property, Fact fact, @Nullable Fact instead) {
        List<Fact> facts = new ArrayList<>();
        boolean there = false;
        for (Fact other : one.changed) {
            boolean same = other.id().equals(fact.id());
            there |= same;
            if (!same) {
                facts.add(other);
            } else if (instead != null) {
                facts.add(instead);
            }
        }
        Situation changed = new Situation(one.base, one.asOf, facts, one.root);
        return there && property.test(changed) ? changed : one;
    }

    /** The fact as a scenario states it: complete, undated and undisputed. */
    private static Fact plain(Fact fact) {
        Claim claim = fact.claim();
        boolean list = claim.value() instanceof FactValue.Items || claim.value() instanceof FactValue.Rows;
        return new Fact(fact.id(), new Claim(claim.state(), claim.value(), list ? Completeness.COMPLETE : Completeness.NOT_KNOWN, null, null, null,
                claim.searched()), List.of());
    }

    @Override
    public String toString() {
        return "\"" + base.sentence() + "\" on " + asOf + " with {"
                + changed.stream().map(fact -> fact.id() + ": " + written(fact)).collect(Collectors.joining(", ")) + "}"
                + (java.util.Objects.equals(root, base.subject().lifecycle()) ? "" : " and another record at its beginning");
    }

    private static String written(Fact fact) {
        String claim = written(fact.claim());
        return fact.also().isEmpty() ? claim
                : (claim.startsWith("{") ? claim.substring(0, claim.length() - 1) : "{value: " + claim) + ", also: ["
                + fact.also().stream().map(Situation::written).map(one -> one.startsWith("{") ? one : "{value: " + one + "}")
                .collect(Collectors.joining(", ")) + "]}";
    }

    private static String written(Claim claim) {
        boolean list = claim.value() instanceof FactValue.Items || claim.value() instanceof FactValue.Rows;
        List<String> keys = new ArrayList<>();
        keys.add(claim.value() == null ? "state: " + claim.state().code() : "value: " + written(claim.value()));
        if (list && claim.completeness() != Completeness.COMPLETE) {
            keys.add("complete: " + (claim.completeness() == Completeness.NOT_KNOWN ? "unknown" : "false"));
        }
        if (claim.asOf() != null) {
            keys.add("as_of: \"" + claim.asOf().text() + "\"");
        }
        if (claim.searched() != null) {
            keys.add("searched: {where: [provider site]" + (claim.searched().on() == null ? "" : ", \"on\": \"" + claim.searched().on().text() + "\"")
                    + ", by: officer}");
        }
        return keys.size() == 1 && claim.state() == State.VALUE ? keys.get(0).substring("value: ".length()) : "{" + String.join(", ", keys) + "}";
    }

    private static String written(FactValue value) {
        return switch (value) {
            case FactValue.Truth truth -> String.valueOf(truth.value());
            case FactValue.Text text -> "\"" + text.value() + "\"";
            case FactValue.Date date -> "\"" + date.day().text() + "\"";
            case FactValue.Amount amount when amount.statesInterval() || amount.by() != null -> amounts(amount);
            case FactValue.Amount amount -> amount.value() + (amount.unit() != null && amount.unit().length() == 3 ? " " + amount.unit() : "");
            case FactValue.Items items -> items.values().stream().map(one -> "\"" + one + "\"").toList().toString();
            case FactValue.Rows rows -> rows.rows().stream().map(row -> row.cells().entrySet().stream()
                    .map(cell -> cell.getKey() + ": " + written(cell.getValue())).collect(Collectors.joining(", ", "{", "}"))).toList().toString();
        };
    }

    private static String amounts(FactValue.Amount amount) {
        Map<String, Object> keys = new java.util.LinkedHashMap<>();
        keys.put("value", amount.value());
        keys.put("min", amount.min());
        keys.put("max", amount.max());
        keys.put("unit", amount.unit());
        keys.put("by", amount.by());
        return keys.entrySet().stream().filter(key -> key.getValue() != null).map(key -> key.getKey() + ": " + key.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
