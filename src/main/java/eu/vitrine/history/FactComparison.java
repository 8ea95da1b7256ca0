package eu.vitrine.history;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of one fact: its value or state, and apart from that its source, date, note and whatever else
 * a claim carries.
 *
 * @param words the value or state of a claim in words, of a list each entry for itself
 */
record FactComparison(BiFunction<FactDeclaration, Claim, List<String>> words) {

    /** The parts that differ; none exactly when the facts are equal. */
    List<PartChange> of(FactDeclaration declared, Fact before, Fact after) {
        List<PartChange> parts = new ArrayList<>();
        claims(declared, before.claim(), after.claim(), parts);
        if (!before.also().equals(after.also())) {
            parts.add(PartChange.ofEntries("also", before.also(), after.also(), claim -> line(declared, claim)));
        }
        text("chosen", before.chosenBecause(), after.chosenBecause(), parts);
        return parts;
    }

    private void claims(FactDeclaration declared, Claim before, Claim after, List<PartChange> parts) {
        if (before.state() != after.state() || !Objects.equals(before.value(), after.value())) {
            if (before.state() != after.state() || !figure(before).equals(figure(after))) {
                parts.add(value(declared, before, after));
            }
            replaced("basis", basis(before), basis(after), parts);
        }
        replaced("complete", complete(before), complete(after), parts);
        replaced("source", before.sourceUrl(), after.sourceUrl(), parts);
        replaced("date", before.asOf() == null ? null : FactWords.day(before.asOf()), after.asOf() == null ? null : FactWords.day(after.asOf()), parts);
        text("note", before.note(), after.note(), parts);
        text("searched", searched(before), searched(after), parts);
        replaced("tier", before.tier() == null ? null : before.tier().words(), after.tier() == null ? null : after.tier().words(), parts);
        replaced("checked", before.checkedOn() == null ? null : FactWords.day(before.checkedOn()),
                after.checkedOn() == null ? null : FactWords.day(after.checkedOn()), parts);
        if (!before.evidence().equals(after.evidence())) {
            parts.add(PartChange.ofEntries("evidence", before.evidence(), after.evidence(), hash -> hash));
        }
    }

    /** The value without who states it and how it was arrived at. */
    private static Object figure(Claim claim) {
        return claim.value() instanceof FactValue.Amount amount
                ? new FactValue.Amount(amount.value(), amount.min(), amount.max(), amount.unit(), null, null) : String.valueOf(claim.value());
    }

    private PartChange value(FactDeclaration declared, Claim before, Claim after) {
        if (before.value() instanceof FactValue.Rows || after.value() instanceof FactValue.Rows) {
            PartChange whole = PartChange.replaced("value", joined(declared, before), joined(declared, after));
            return new PartChange("value", false, whole.stretches(), RowsChange.of(declared, RowDiff.between(declared.key(), rows(before), rows(after))));
        }
        if (before.value() instanceof FactValue.Items || after.value() instanceof FactValue.Items) {
            PartChange entries = PartChange.ofEntries("value", words.apply(declared, before), words.apply(declared, after), word -> word);
            return entries.shows() ? entries : PartChange.ofEntries("value", items(before), items(after), item -> item);
        }
        String then = joined(declared, before);
        String now = joined(declared, after);
        if (then.equals(now)) {
            return PartChange.replaced("value", exact(before), exact(after));
        }
        boolean prose = declared.type() == FactType.TEXT && before.value() != null && after.value() != null;
        return prose ? PartChange.ofWords("value", then, now) : PartChange.replaced("value", then, now);
    }

    private String joined(FactDeclaration declared, Claim claim) {
        return String.join(", ", words.apply(declared, claim));
    }

    private static List<FactValue.Row> rows(Claim claim) {
        return claim.value() instanceof FactValue.Rows rows ? rows.rows() : List.of();
    }

    private static List<String> items(Claim claim) {
        return claim.value() instanceof FactValue.Items items ? items.values() : List.of(claim.state().code());
    }

    /** Every digit, where the words round. */
    private static String exact(Claim claim) {
        return claim.value() instanceof FactValue.Amount amount
                ? Stream.of(amount.value(), amount.min(), amount.max(), amount.unit()).map(String::valueOf).collect(Collectors.joining(" · "))
                : claim.state().code() + " " + claim.value();
    }

    private static @Nullable String basis(Claim claim) {
        if (!(claim.value() instanceof FactValue.Amount amount)) {
            return null;
        }
        String basis = Stream.of(amount.by(), amount.method()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return basis.isEmpty() ? null : basis;
    }

    private static @Nullable String complete(Claim claim) {
        return claim.completeness() == Completeness.NOT_KNOWN ? null
                : claim.completeness() == Completeness.COMPLETE ? "complete" : "not complete";
    }

    private static @Nullable String searched(Claim claim) {
        Claim.Search search = claim.searched();
        if (search == null) {
            return null;
        }
        return "in " + (search.where().isEmpty() ? "no place named" : String.join("; ", search.where()))
                + (search.on() == null ? "" : ", on " + FactWords.day(search.on())) + (search.by() == null ? "" : ", by " + search.by());
    }

    /** A claim of another source in one line. */
    private String line(FactDeclaration declared, Claim claim) {
        return Stream.of(joined(declared, claim), basis(claim), complete(claim), claim.sourceUrl(), claim.asOf() == null ? null : FactWords.day(claim.asOf()), claim.note(),
                        searched(claim), claim.tier() == null ? null : claim.tier().words(),
                        claim.evidence().isEmpty() ? null : String.join(", ", claim.evidence()))
                .filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static void replaced(String part, @Nullable String before, @Nullable String after, List<PartChange> into) {
        if (!Objects.equals(before, after)) {
            into.add(PartChange.replaced(part, before, after));
        }
    }

    private static void text(String part, @Nullable String before, @Nullable String after, List<PartChange> into) {
        if (!Objects.equals(before, after)) {
            into.add(PartChange.ofWords(part, before, after));
        }
    }
}
