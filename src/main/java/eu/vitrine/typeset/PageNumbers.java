package eu.vitrine.typeset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each named place came to stand, known once all pages are laid out. */
final class PageNumbers {

    /** A page, counted from 1, and the distance from its top edge in points. */
    record Spot(int page, double y) {}

    private final Map<String, Spot> spots = new HashMap<>();
    private final int pages;

    private PageNumbers(int pages) {
        this.pages = pages;
    }

    static PageNumbers of(List<Page> pages, PageStyle sheet) {
        PageNumbers numbers = new PageNumbers(pages.size());
        for (int i = 0; i < pages.size(); i++) {
            int page = i + 1;
            pages.get(i).column().anchors(
                    sheet.margin()[Style.TOP], (name, y) -> numbers.spots.putIfAbsent(name, new Spot(page, y)));
        }
        return numbers;
    }

    Spot of(String anchor) {
        Spot spot = spots.get(anchor);
        if (spot == null) {
            throw new IllegalStateException("the place '" + anchor + "' was not laid out");
        }
        return spot;
    }

    int pages() {
        return pages;
    }
}
