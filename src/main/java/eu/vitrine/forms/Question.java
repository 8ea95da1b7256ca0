package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.registry.FactSection;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Revision;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One question as a page shows it.
 *
 * @param prefix of the names of its fields
 * @param input what stands in the fields
 * @param said what the record says now, in words; null where it says nothing
 * @param entered the revision that last changed it, or null
 * @param records records that a reference, or a column of references, can name
 */
record Question(FactDeclaration fact, String prefix, Input input, FactSection.@Nullable Line said, @Nullable Revision entered,
        List<RecordName> records) {

    /** A code with its words. */
    record Choice(String code, String words) {}

    /** Name and id of one of its fields. */
    public String name(String field) {
        return prefix + ":" + field;
    }

    /** What stands in a field. */
    public String text(String field) {
        return input.raw(name(field));
    }

    public boolean answered(String code) {
        return input.raw(name("answer")).equals(code);
    }

    public boolean ticked(String field, String code) {
        return input.ticked(name(field), code);
    }

    /** Which fields hold the value: the name of a fragment. */
    public String widget() {
        FactType type = fact.type();
        return switch (type) {
            case BOOLEAN, CHOICE -> "picked";
            case INTEGER, DECIMAL, QUANTITY, MONEY -> "number";
            case COUNTRY -> "country";
            // A line cannot hold what was once given as several.
            case TEXT -> fact.prose() || text("value").contains("\n") ? "long" : "line";
            case LIST -> fact.element() == FactType.CHOICE ? "choices" : "lines";
            case TABLE -> "table";
            default -> "line";
        };
    }

    public boolean isMoney() {
        return fact.type() == FactType.MONEY;
    }

    public boolean isMany() {
        return ClaimFields.isMany(fact);
    }

    /** The answers that are picked with one button, by code. */
    public List<Choice> picks() {
        return fact.type() == FactType.BOOLEAN ? List.of(new Choice("true", "Yes"), new Choice("false", "No")) : choices(fact.choices());
    }

    public List<Choice> choices() {
        return choices(fact.choices());
    }

    public List<Choice> choices(FactDeclaration.Column column) {
        return switch (column.type()) {
            case BOOLEAN -> List.of(new Choice("true", "yes"), new Choice("false", "no"));
            case COUNTRY -> countries();
            default -> choices(column.choices());
        };
    }

    private static List<Choice> choices(java.util.Map<String, String> choices) {
        return choices.entrySet().stream().map(choice -> new Choice(choice.getKey(), choice.getValue())).toList();
    }

    public List<Choice> countries() {
        return CodeNames.of(FactType.COUNTRY).choices();
    }

    /** The names that its fields suggest, of countries or languages; empty where they hold neither. */
    public List<Choice> names() {
        FactType type = fact.type() == FactType.LIST ? fact.element() : fact.type() == FactType.TABLE && speaks() ? FactType.LANGUAGE : fact.type();
        return !CodeNames.concern(type) || fact.type() == FactType.COUNTRY ? List.of()
                : fact.type() == FactType.LIST ? CodeNames.of(type).listed() : CodeNames.of(type).choices();
    }

    private boolean speaks() {
        return fact.columns().stream().anyMatch(column -> column.type() == FactType.LANGUAGE);
    }

    public List<Choice> tiers() {
        return Arrays.stream(SourceTier.values()).map(tier -> new Choice(tier.code(), tier.words())).toList();
    }

    /** Indices of the rows of a table; there is always one to begin with. */
    public List<Integer> rows() {
        return IntStream.range(0, Math.max(1, input.number(name("rows")))).boxed().toList();
    }

    /** Id of the list of records or names that its fields suggest, or null. */
    public @Nullable String suggestions() {
        return !records.isEmpty() ? name("records") : names().isEmpty() ? null : name("names");
    }

    /** The kind of record that it refers to, itself or in a column; null where it refers to none. */
    static @Nullable Kind refersTo(FactDeclaration fact) {
        return fact.refersTo() != null ? fact.refersTo()
                : fact.columns().stream().map(FactDeclaration.Column::refersTo).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    /** Whether anything stands in the fields of the source. */
    public boolean hasOwnSource() {
        return List.of("source_url", "as_of", "tier", "evidence", "checked_on").stream().anyMatch(field -> !text(field).isBlank());
    }
}
