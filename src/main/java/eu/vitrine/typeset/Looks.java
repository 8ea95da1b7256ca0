package eu.vitrine.typeset;

/** Styles derived from others. */
final class Looks {

    private Looks() {}

    /** The same text looks without any box; for parts whose box is painted elsewhere. */
    static Style none(Style style) {
        return new Style(StyleDraft.inheriting(style));
    }
}
