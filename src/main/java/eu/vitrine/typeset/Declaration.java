package eu.vitrine.typeset;

import eu.vitrine.typeset.Style.Align;
import eu.vitrine.typeset.Style.Extent;
import eu.vitrine.typeset.Style.Family;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One property with its value, checked when read and applied to a draft when an element is styled. */
record Declaration(String property, Change change) {

    /** What a declaration does to a draft. */
    interface Change {
        void to(StyleDraft draft);
    }

    /** Reads a value; an {@link IllegalArgumentException} says why it cannot. */
    private interface Reading {
        Change of(String value);
    }

    private static final double LARGEST_TYPE = 144;
    private static final Map<String, Reading> PROPERTIES = new HashMap<>();
    private static final String[] SIDES = {"top", "right", "bottom", "left"};

    static {
        PROPERTIES.put("font-family", value -> {
            Family family = CssValues.oneOf(value, Map.of("sans", Family.SANS, "serif", Family.SERIF, "mono", Family.MONO));
            return draft -> draft.family = family;
        });
        PROPERTIES.put("font-size", value -> {
            CssValues.Length length = CssValues.positive(value);
            return draft -> draft.size = Math.min(length.points(draft.size), LARGEST_TYPE);
        });
        PROPERTIES.put("font-weight", value -> {
            boolean bold = CssValues.oneOf(value, Map.of("normal", false, "bold", true));
            return draft -> draft.bold = bold;
        });
        PROPERTIES.put("font-style", value -> {
            boolean italic = CssValues.oneOf(value, Map.of("normal", false, "italic", true));
            return draft -> draft.italic = italic;
        });
        PROPERTIES.put("color", value -> {
            Color color = CssValues.color(value);
            return draft -> draft.color = color;
        });
        PROPERTIES.put("background", value -> {
            Color color = CssValues.colorOrNone(value);
            return draft -> draft.background = color;
        });
        PROPERTIES.put("line-height", value -> {
            double factor = CssValues.factor(value);
            return draft -> draft.lineHeight = factor;
        });
        PROPERTIES.put("letter-spacing", value -> {
            CssValues.Length length = CssValues.signed(value);
            return draft -> draft.letterSpacing = length.points(draft.size);
        });
        PROPERTIES.put("text-align", value -> {
            Align align = CssValues.oneOf(value, Map.of("left", Align.LEFT, "center", Align.CENTER, "right", Align.RIGHT));
            return draft -> draft.align = align;
        });
        PROPERTIES.put("leader-color", value -> {
            Color color = CssValues.colorOrNone(value);
            return draft -> draft.leader = color;
        });
        PROPERTIES.put("width", value -> {
            CssValues.Share share = CssValues.share(value);
            return draft -> draft.width = share.extent(draft.size);
        });
        PROPERTIES.put("height", value -> {
            CssValues.Length length = CssValues.positive(value);
            return draft -> draft.height = new Extent(length.points(draft.size), 0);
        });
        PROPERTIES.put("display", value -> {
            boolean row = CssValues.oneOf(value, Map.of("block", false, "row", true));
            return draft -> draft.row = row;
        });
        PROPERTIES.put("page-break-before", value -> {
            boolean always = CssValues.oneOf(value, Map.of("auto", false, "always", true));
            return draft -> draft.breakBefore = always;
        });
        PROPERTIES.put("page-break-inside", value -> {
            boolean avoid = CssValues.oneOf(value, Map.of("auto", false, "avoid", true));
            return draft -> draft.keepTogether = avoid;
        });
        PROPERTIES.put("keep-with-next", value -> {
            boolean keep = CssValues.oneOf(value, Map.of("no", false, "yes", true));
            return draft -> draft.keepWithNext = keep;
        });
        PROPERTIES.put("fill", value -> {
            Color color = CssValues.colorOrNone(value);
            return draft -> draft.fill = color;
        });
        PROPERTIES.put("stroke", value -> {
            CssValues.Rule rule = CssValues.rule(value);
            return draft -> draft.stroke = rule.edge(draft.size);
        });
        sides();
    }

    private static void sides() {
        PROPERTIES.put("margin", value -> {
            CssValues.Length[] lengths = CssValues.fourSides(value);
            return draft -> fill(draft.margin, lengths, draft.size);
        });
        PROPERTIES.put("padding", value -> {
            CssValues.Length[] lengths = CssValues.fourSides(value);
            return draft -> fill(draft.padding, lengths, draft.size);
        });
        PROPERTIES.put("border", value -> {
            CssValues.Rule rule = CssValues.rule(value);
            return draft -> Arrays.fill(draft.border, rule.edge(draft.size));
        });
        for (int i = 0; i < 4; i++) {
            int side = i;
            PROPERTIES.put("margin-" + SIDES[side], value -> margin(side, value));
            PROPERTIES.put("padding-" + SIDES[side], value -> {
                CssValues.Length length = CssValues.length(value);
                return draft -> draft.padding[side] = length.points(draft.size);
            });
            PROPERTIES.put("border-" + SIDES[side], value -> {
                CssValues.Rule rule = CssValues.rule(value);
                return draft -> draft.border[side] = rule.edge(draft.size);
            });
        }
    }

    private static Change margin(int side, String value) {
        if (side == Style.TOP && value.equals("auto")) {
            return draft -> draft.marginTopAuto = true;
        }
        CssValues.Length length = CssValues.length(value);
        return draft -> draft.margin[side] = length.points(draft.size);
    }

    private static void fill(double[] sides, CssValues.Length[] lengths, double size) {
        for (int i = 0; i < 4; i++) {
            sides[i] = lengths[i].points(size);
        }
    }

    /** @throws IllegalArgumentException with the reason, if property or value are not of the subset */
    static Declaration of(String property, String value) {
        @Nullable Reading reading = PROPERTIES.get(property);
        if (reading == null) {
            throw new IllegalArgumentException("the property '" + property + "' is not of the subset");
        }
        try {
            return new Declaration(property, reading.of(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + ": " + e.getMessage(), e);
        }
    }

    boolean setsSize() {
        return property.equals("font-size");
    }
}
