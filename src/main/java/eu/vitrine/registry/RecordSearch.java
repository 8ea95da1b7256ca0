package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import java.util.List;

/**
 * Which records to list, and in which order. Each word of the text must begin a word of the record, or of a model's provider or
 * licences, and every filter must fit. {@link RecordLists#read} reads one from parameters.
 */
public final class RecordSearch {

    /** Longest text searched for; the rest of a longer one is left out. */
    static final int LONGEST = 300;

    private final Kind kind;
    private final String text;
    private final List<Wanted> wanted;
    private final ListOrder order;

    RecordSearch(Kind kind, String text, List<Wanted> wanted, ListOrder order) {
        this.kind = kind;
        String stripped = text.strip();
        this.text = stripped.length() <= LONGEST ? stripped
                : stripped.substring(0, Character.isHighSurrogate(stripped.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        this.wanted = wanted.stream().filter(one -> !one.isNothing()).toList();
        this.order = order;
    }

    /** Every record of a kind, by name. */
    public static RecordSearch all(Kind kind) {
        return new RecordSearch(kind, "", List.of(), ListOrder.BY_NAME);
    }

    /** The records in which these words occur, by name. */
    public static RecordSearch words(Kind kind, String text) {
        return new RecordSearch(kind, text, List.of(), ListOrder.BY_NAME);
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    List<Wanted> wanted() {
        return wanted;
    }

    ListOrder order() {
        return order;
    }

    /** Whether every record fits. */
    public boolean isEverything() {
        return text.isEmpty() && wanted.isEmpty();
    }

    RecordSearch withText(String other) {
        return new RecordSearch(kind, other, wanted, order);
    }

    RecordSearch withOrder(ListOrder other) {
        return new RecordSearch(kind, text, wanted, other);
    }

    RecordSearch with(List<Wanted> others) {
        return new RecordSearch(kind, text, others, order);
    }
}
