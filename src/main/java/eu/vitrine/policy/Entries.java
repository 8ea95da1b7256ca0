package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;

/** Names the entries for which a statement about all or some of them holds, does not hold or is open. */
final class Entries {

    /** So many are named; of the others the number is. */
    private static final int NAMED = 8;

    private final PolicySet set;
    private final Run run;

    Entries(PolicySet set, Run run) {
        this.set = set;
        this.run = run;
    }

    /** For example "it does not hold for 1(a), 1(b) and 3 more"; empty where it says nothing beyond the whole. */
    String of(Expr.Quantifier quantifier) {
        if (!(run.eval(quantifier.over()).known() instanceof Value.Listing listing)) {
            return "";
        }
        List<String> holds = new ArrayList<>();
        List<String> fails = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Object item : listing.items()) {
            Value value = run.evalFor(quantifier.name(), item, quantifier.body());
            (value.isUnknown() ? open : value.isTrue() ? holds : fails).add(name(quantifier, item));
        }
        List<String> said = new ArrayList<>();
        if (quantifier.all()) {
            add(said, "does not hold for ", fails);
        } else {
            add(said, "holds for ", holds);
        }
        if (said.isEmpty()) {
            add(said, "open for ", open);
        }
        if (listing.items().isEmpty()) {
            said.add("there are no entries");
        }
        if (!listing.complete()) {
            said.add("the list may not be complete");
        }
        return String.join("; ", said);
    }

    private static void add(List<String> said, String how, List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        if (!distinct.isEmpty()) {
            said.add(how + (distinct.size() <= NAMED ? eu.vitrine.facts.FactWords.joined(distinct)
                    : String.join(", ", distinct.subList(0, NAMED)) + " and " + (distinct.size() - NAMED) + " more"));
        }
    }

    private String name(Expr.Quantifier quantifier, Object item) {
        if (item instanceof FactView.RowCells cells) {
            List<String> key = cells.table().key().stream().map(column -> cell(cells, column)).filter(text -> !text.isEmpty()).toList();
            return key.isEmpty() ? "an entry without a name" : String.join(", ", key);
        }
        return quantifier.over() instanceof Expr.FactRef ref
                ? set.vocabulary().facts().get(ref.index()).choices().getOrDefault(item.toString(), spoken(item.toString()))
                : quantifier.over() instanceof Expr.LawRef ref ? Wording.entry(set, set.law(ref.name()), item.toString())
                : spoken(item.toString());
    }

    private static String cell(FactView.RowCells cells, String column) {
        return cells.row().cell(column) == null || cells.table().column(column) == null ? ""
                : spoken(eu.vitrine.facts.FactWords.cell(cells.table().column(column), cells.row().cell(column)));
    }

    private static String spoken(String code) {
        return code.replace('_', ' ');
    }
}
