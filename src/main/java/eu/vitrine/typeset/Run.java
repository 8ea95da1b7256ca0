package eu.vitrine.typeset;

import org.jspecify.annotations.Nullable;

/** A stretch of inline content before it is broken into lines. */
sealed interface Run {

    /** Text of one style in one tag, with the link it belongs to. */
    record Text(String text, Style style, Tag leaf, @Nullable Link link) implements Run {}

    /** The words for the page on which a named place turns out to be. */
    record PageOf(String anchor, Style style, Tag leaf, Link link) implements Run {}

    /** A small drawing in the line; without a tag it is decoration. */
    record Shape(Drawing drawing, Style style, @Nullable Tag leaf) implements Run {}

    /** A forced line break. */
    record Break(Style style, Tag leaf) implements Run {}
}
