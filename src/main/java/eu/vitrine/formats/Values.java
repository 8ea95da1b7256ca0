package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of foreign files as far as they are plain; everything else becomes a remark on its key. */
final class Values {

    private static final int MOST_ITEMS = 500;
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private final PlainFile file;
    private final Remarks remarks;

    Values(PlainFile file, Remarks remarks) {
        this.file = file;
        this.remarks = remarks;
    }

    /** The one text under a key; null with a remark where it is none or a placeholder, null without where nothing stands there. */
    @Nullable String text(@Nullable Located node, String path, @Nullable String fact) {
        if (node == null || node.isNull()) {
            return null;
        }
        String text = plain(node);
        if (text == null) {
            remarks.leftOut(at(node, path), fact, null, "A text is expected here, not " + node.described() + ".", null);
            return null;
        }
        return stated(text, node, path, fact) ? text.strip() : null;
    }

    /** The texts under a key, which may be a single one or a list. */
    List<Item> texts(@Nullable Located node, String path, @Nullable String fact) {
        if (!(node instanceof Located.Sequence sequence)) {
            String text = text(node, path, fact);
            return text == null || node == null ? List.of() : List.of(new Item(text, at(node, path)));
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ITEMS, sequence.items().size()); i++) {
            Located item = sequence.items().get(i);
            String text = text(item, path + "[" + i + "]", fact);
            if (text != null && items.stream().noneMatch(known -> known.text().equals(text))) {
                items.add(new Item(text, at(item, path + "[" + i + "]")));
            }
        }
        if (sequence.items().size() > MOST_ITEMS) {
            remarks.leftOut(at(node, path), fact, null, "The list has " + sequence.items().size() + " entries; the first " + MOST_ITEMS
                    + " were read.", null);
        }
        return items;
    }

    /** One text of a list with its place. */
    record Item(String text, Place place) {}

    /** A whole number above zero that a record can keep; null with a remark where it is none. */
    FactValue.@Nullable Amount count(@Nullable Located node, String path, String fact, @Nullable String unit) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node instanceof Located.Scalar scalar && scalar.value() instanceof BigDecimal number && number.signum() > 0
                && number.compareTo(MOST) < 0 && number.stripTrailingZeros().scale() <= 0) {
            return new FactValue.Amount(number, null, null, unit, null, null);
        }
        remarks.leftOut(at(node, path), fact, plain(node), "A whole number above zero is expected here, not " + node.described() + ".", null);
        return null;
    }

    /** Whether this is a statement; a placeholder is remarked upon. */
    boolean stated(String text, Located node, String path, @Nullable String fact) {
        if (!Wording.isPlaceholder(text)) {
            return true;
        }
        if (!text.isBlank()) {
            remarks.notAFact(at(node, path), fact, text, "This stands in place of a statement and states nothing.", null);
        }
        return false;
    }

    /** The text of a single value; of a slot such as {@code {name}}, which YAML reads as a mapping, the slot. */
    static @Nullable String plain(Located node) {
        if (node instanceof Located.Scalar scalar) {
            return scalar.text();
        }
        boolean slot = node instanceof Located.Mapping mapping && mapping.entries().size() == 1
                && mapping.entries().values().iterator().next().isNull();
        return slot ? "{" + ((Located.Mapping) node).entries().keySet().iterator().next() + "}" : null;
    }

    /** What stands there in short, for a remark. */
    static String summary(Located node) {
        String slot = node instanceof Located.Mapping ? plain(node) : null;
        if (slot != null) {
            return slot;
        }
        return switch (node) {
            case Located.Scalar scalar -> scalar.text();
            case Located.Sequence sequence -> sequence.items().stream().limit(20).map(Values::summary)
                    .reduce((a, b) -> a.length() > 200 ? a : a + ", " + b).orElse("");
            case Located.Mapping mapping -> mapping.entries().entrySet().stream().limit(20)
                    .map(each -> each.getKey() + ": " + summary(each.getValue()))
                    .reduce((a, b) -> a.length() > 200 ? a : a + ", " + b).orElse("");
        };
    }

    Place at(Located node, String path) {
        return file.at(node.line(), path);
    }
}
