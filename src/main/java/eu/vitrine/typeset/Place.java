package eu.vitrine.typeset;

/** Where content goes: into which flow and tag, from which left edge, how wide. Points. */
record Place(Flow flow, double x, double width, Tag tag) {

    Place in(Tag other) {
        return new Place(flow, x, width, other);
    }

    Place indented(double left, double narrower) {
        return new Place(flow, x + left, Math.max(width - narrower, 1), tag);
    }

    Place alone(double newWidth, Tag other) {
        return new Place(new Flow(), 0, newWidth, other);
    }
}
