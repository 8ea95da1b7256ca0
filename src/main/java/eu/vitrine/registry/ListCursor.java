package eu.vitrine.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a page of a list is read; in an address an opaque word.
 *
 * @param order the order it belongs to; in another order it means nothing
 * @param place the record next to the page
 * @param backward whether the page lies before that record
 * @param first number of the page's first record in the list, from 1, as it was when the word was written
 */
record ListCursor(String order, ListPlace place, boolean backward, long first) {

    private static final String VERSION = "1";
    private static final String BETWEEN = "\u0002";
    private static final int PARTS = 6;
    /** Longer than any name with its slug. */
    private static final int LONGEST = 4_000;

    String word() {
        String text = String.join(BETWEEN, VERSION, order, backward ? "b" : "f", Long.toString(first), place.key() == null ? "" : place.key().toString(),
                place.sortName());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a word; empty where it is none of ours, or of another order. */
    static Optional<ListCursor> of(String word, ListOrder order) {
        if (word.length() > LONGEST || !word.matches("[A-Za-z0-9_-]+") || word.length() % 4 == 1) {
            return Optional.empty();
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split(BETWEEN, -1);
        boolean ours = parts.length == PARTS && parts[0].equals(VERSION) && parts[1].equals(order.code()) && parts[2].matches("[bf]")
                && parts[3].matches("[0-9]{1,12}") && parts[5].indexOf('\0') < 0;
        @Nullable Double key = ours ? number(parts[4]) : null;
        boolean keyed = ours && !parts[4].isEmpty();
        if (!ours || keyed && (key == null || key.isNaN()) || keyed && order.by().equals(ListOrder.NAME) || !keyed && order.by().equals(ListOrder.CHANGED)) {
            return Optional.empty();
        }
        return Optional.of(new ListCursor(parts[1], new ListPlace(key, parts[5]), parts[2].equals("b"), Long.parseLong(parts[3])));
    }

    private static @Nullable Double number(String text) {
        return text.matches("-?([0-9]+\\.[0-9]+(E-?[0-9]{1,3})?|Infinity)") ? Double.valueOf(text) : null;
    }
}
