package eu.vitrine.typeset;

import org.jspecify.annotations.Nullable;

/** A piece of a line that is painted in one go: characters of one face, a page number still to come, or a small drawing. */
sealed interface Part {

    double width();

    @Nullable Tag leaf();

    record Glyphs(String text, Face face, Style style, Tag leaf, @Nullable Link link, double width) implements Part {

        boolean joins(Glyphs next) {
            return face == next.face && style == next.style && leaf == next.leaf && link == next.link;
        }
    }

    /** In the document's words for a page, or the bare number. Width is a reservation; the real words are known after all pages are laid out. */
    record PageNumber(String anchor, Style style, Tag leaf, Link link, boolean inWords, double width) implements Part {}

    record Shape(Drawing drawing, @Nullable Tag leaf) implements Part {
        @Override
        public double width() {
            return drawing.width();
        }
    }
}
