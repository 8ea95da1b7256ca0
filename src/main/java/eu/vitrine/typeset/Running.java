package eu.vitrine.typeset;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Running header and footer. They are artifacts: readers by ear hear each page's text without them. */
final class Running {

    private static final String ELLIPSIS = "…";

    private final Map<PageStyle.Spot, Style> styles = new EnumMap<>(PageStyle.Spot.class);
    private final PageStyle sheet;

    private Running(PageStyle sheet) {
        this.sheet = sheet;
    }

    static Running of(Theme theme, Style body) {
        Running running = new Running(theme.page());
        theme.page().boxes().forEach((spot, box) -> running.styles.put(spot, theme.styleOf(box, body)));
        theme.page().coverBoxes().forEach((spot, box) -> running.styles.putIfAbsent(spot, theme.styleOf(box, body)));
        return running;
    }

    void paint(Ink ink, PageWords words, int page, int pages, boolean cover) {
        for (PageStyle.Spot spot : PageStyle.Spot.values()) {
            sheet.box(spot, cover).ifPresent(box -> paint(ink, spot, words.running(box.content(), page, pages)));
        }
    }

    private void paint(Ink ink, PageStyle.Spot spot, String text) {
        Style style = Objects.requireNonNull(styles.get(spot));
        double width = sheet.contentWidth();
        String shown = shortened(text, style, spot.atRight() ? width * 0.3 : width * 0.68);
        double height = style.leading() + style.inset(Style.TOP) + style.inset(Style.BOTTOM);
        double top = spot.atTop()
                ? sheet.margin()[Style.TOP] - style.margin[Style.BOTTOM] - height
                : sheet.height() - sheet.margin()[Style.BOTTOM] + style.margin[Style.TOP];
        double left = sheet.margin()[Style.LEFT];
        ink.box(style, left, top, width, height, true, true);
        double textWidth = FaceRun.width(shown, style);
        double x = spot.atRight() ? left + width - textWidth : left;
        Line line = LineBreaker.empty(0, width, style);
        ink.words(shown, style, null, x, top + style.inset(Style.TOP) + line.baseline());
    }

    private static String shortened(String text, Style style, double room) {
        if (FaceRun.width(text, style) <= room) {
            return text;
        }
        int fits = 0;
        int tooMany = text.codePointCount(0, text.length());
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (FaceRun.width(cut(text, middle), style) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return cut(text, fits);
    }

    private static String cut(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + ELLIPSIS;
    }
}
