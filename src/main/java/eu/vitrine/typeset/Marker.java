package eu.vitrine.typeset;

import java.util.List;

/** The bullet or number of a list item, set to the left of the item's first line. */
record Marker(List<Part> parts, Line alone) {}
