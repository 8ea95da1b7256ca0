package eu.vitrine.typeset;

import java.awt.Color;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inherited looks inside a drawing; a theme's fill and stroke win over the drawing's own. */
record SvgLooks(
        @Nullable Color fill,
        @Nullable Color stroke,
        double strokeWidth,
        String dashes,
        Drawing.Ends ends,
        double fontSize,
        boolean bold,
        Style.Family family,
        Style.Align anchor) {

    private static final Map<String, Boolean> WEIGHTS =
            Map.of("normal", false, "400", false, "bold", true, "600", true, "700", true);
    private static final Map<String, Style.Family> FAMILIES = Map.of(
            "sans", Style.Family.SANS, "sans-serif", Style.Family.SANS, "serif", Style.Family.SERIF,
            "mono", Style.Family.MONO, "monospace", Style.Family.MONO);
    private static final Map<String, Style.Align> ANCHORS =
            Map.of("start", Style.Align.LEFT, "middle", Style.Align.CENTER, "end", Style.Align.RIGHT);

    /** SVG's initial values: black fill, no stroke; text as in the surrounding paragraph. */
    static SvgLooks initial(Style around) {
        return new SvgLooks(Color.BLACK, null, 1, "", new Drawing.Ends(0, 0), around.size, around.bold, around.family, Style.Align.LEFT);
    }

    /** @throws MarkupNotUnderstood if a value is not of the subset */
    SvgLooks refined(Markup.Element element, Style style) {
        try {
            return refinedBy(element, style);
        } catch (IllegalArgumentException e) {
            throw element.refused(String.valueOf(e.getMessage()));
        }
    }

    private SvgLooks refinedBy(Markup.Element element, Style style) {
        Color newFill = color(element.attribute("fill"), fill, style);
        Color newStroke = color(element.attribute("stroke"), stroke, style);
        double newWidth = positive(element.attribute("stroke-width"), strokeWidth);
        if (style.stroke != null) {
            newStroke = style.stroke.color();
            newWidth = style.stroke.width();
        }
        String written = element.attribute("stroke-dasharray");
        return new SvgLooks(
                style.fill != null ? style.fill : newFill,
                newStroke,
                newWidth,
                written == null ? dashes : written.equals("none") ? "" : written,
                new Drawing.Ends(
                        word(element, "stroke-linecap", ends.cap(), Map.of("butt", 0, "round", 1, "square", 2)),
                        word(element, "stroke-linejoin", ends.join(), Map.of("miter", 0, "round", 1, "bevel", 2))),
                positive(element.attribute("font-size"), fontSize),
                word(element, "font-weight", bold, WEIGHTS),
                word(element, "font-family", family, FAMILIES),
                word(element, "text-anchor", anchor, ANCHORS));
    }

    private static <T> T word(Markup.Element element, String attribute, T inherited, Map<String, T> words) {
        String written = element.attribute(attribute);
        return written == null ? inherited : CssValues.oneOf(written, words);
    }

    /** The surrounding style with this drawing's own size, weight and family. */
    Style textStyle(Style around) {
        StyleDraft draft = StyleDraft.inheriting(around);
        draft.size = fontSize;
        draft.bold = bold;
        draft.family = family;
        draft.letterSpacing = 0;
        return new Style(draft);
    }

    private static @Nullable Color color(@Nullable String written, @Nullable Color inherited, Style style) {
        if (written == null) {
            return inherited;
        }
        return written.equals("currentColor") ? style.color : CssValues.colorOrNone(written);
    }

    private static double positive(@Nullable String written, double inherited) {
        if (written == null) {
            return inherited;
        }
        if (!written.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("has '" + written + "' where a plain number is needed");
        }
        return Double.parseDouble(written);
    }
}
