package eu.vitrine.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice in the flow with what the pages must respect.
 *
 * @param gap space above, dropped at the top of a page
 * @param keep must not be parted from the next step by a page break
 * @param breakBefore begins a new page
 * @param toBottom is pushed down so that what follows ends at the foot of the page
 * @param cover stands on a page without running header
 * @param frame the innermost box around it
 * @param anchors names of the places that begin here
 * @param head rows to repeat when a page begins with this step
 */
record Step(
        Slice slice,
        double gap,
        boolean keep,
        boolean breakBefore,
        boolean toBottom,
        boolean cover,
        @Nullable Frame frame,
        List<String> anchors,
        List<Row> head) {

    Step kept() {
        return new Step(slice, gap, true, breakBefore, toBottom, cover, frame, anchors, head);
    }

    Step with(Slice other) {
        return new Step(other, gap, keep, breakBefore, toBottom, cover, frame, anchors, head);
    }

    /** The rest of a slice that was split: whatever belongs to its beginning is done. */
    Step continued(Slice rest) {
        return new Step(rest, 0, keep, false, false, cover, frame, List.of(), head);
    }

    double headHeight() {
        return head.stream().mapToDouble(Row::height).sum();
    }
}
