package eu.vitrine.typeset;

/** Something with a height that is painted as a whole: the unit from which pages are filled. */
sealed interface Slice permits Gap, Line, Picture, Row, Repeated {

    double height();

    /** Paints with its column's left edge at x and its own top edge at y, both from the top left of the page. */
    void paint(Ink ink, double x, double y);
}
