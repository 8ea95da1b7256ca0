package eu.vitrine.typeset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheet: its size and margins in points, and the texts that run in its margins. */
record PageStyle(
        double width, double height, double[] margin, Map<Spot, MarginBox> boxes, Map<Spot, MarginBox> coverBoxes) {

    /** Where in the margin a running text stands. */
    enum Spot {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        boolean atTop() {
            return this == TOP_LEFT || this == TOP_RIGHT;
        }

        boolean atRight() {
            return this == TOP_RIGHT || this == BOTTOM_RIGHT;
        }
    }

    /** A running text: a pattern with placeholders, and how it looks. An empty pattern shows nothing. */
    record MarginBox(String content, List<Declaration> looks) {}

    double contentWidth() {
        return width - margin[Style.LEFT] - margin[Style.RIGHT];
    }

    double contentHeight() {
        return height - margin[Style.TOP] - margin[Style.BOTTOM];
    }

    Optional<MarginBox> box(Spot spot, boolean cover) {
        Map<Spot, MarginBox> all = new EnumMap<>(Spot.class);
        all.putAll(boxes);
        if (cover) {
            all.putAll(coverBoxes);
        }
        return Optional.ofNullable(all.get(spot)).filter(box -> !box.content().isEmpty());
    }
}
