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
        double fontSize,
        boolean bold,
        Style.Family family,
        Style.Align anchor) {

    /** SVG's initial values: black fill, no stroke; text as in the surrounding paragraph. */
    static SvgLooks initial(Style around) {
        return new SvgLooks(Color.BLACK, null, 1, "", around.size, around.bold, around.family, Style.Align.LEFT);
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
        String weight = element.attribute("font-weight");
        String familyName = element.attribute("font-family");
        String anchorName = element.attribute("text-anchor");
        String written = element.attribute("stroke-dasharray");
        return new SvgLooks(
                style.fill != null ? style.fill : newFill,
                newStroke,
                newWidth,
                written == null || written.equals("none") ? dashes : written,
                positive(element.attribute("font-size"), fontSize),
                weight == null ? bold : CssValues.oneOf(weight, Map.of("normal", false, "bold", true, "400", false, "600", true, "700", true)),
                familyName == null
                        ? family
                        : CssValues.oneOf(familyName, Map.of(
                                "sans", Style.Family.SANS, "sans-serif", Style.Family.SANS, "serif", Style.Family.SERIF,
                                "mono", Style.Family.MONO, "monospace", Style.Family.MONO)),
                anchorName == null
                        ? anchor
                        : CssValues.oneOf(anchorName, Map.of(
                                "start", Style.Align.LEFT, "middle", Style.Align.CENTER, "end", Style.Align.RIGHT)));
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
