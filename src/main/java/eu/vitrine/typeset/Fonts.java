package eu.vitrine.typeset;

import java.util.List;

/** The fonts on board, as chains: the wanted face first, then those that cover what it lacks. */
final class Fonts {

    private static final Face SANS = new Face("NotoSans-Regular.ttf");
    private static final Face SANS_BOLD = new Face("NotoSans-Bold.ttf");
    private static final Face SANS_ITALIC = new Face("NotoSans-Italic.ttf");
    private static final Face SANS_BOLD_ITALIC = new Face("NotoSans-BoldItalic.ttf");
    private static final Face SERIF = new Face("NotoSerif-Regular.ttf");
    private static final Face SERIF_BOLD = new Face("NotoSerif-Bold.ttf");
    private static final Face MONO = new Face("NotoSansMono-Regular.ttf");
    private static final Face SYMBOLS = new Face("DejaVuSans.ttf");
    private static final Face CJK = new Face("DroidSansFallbackFull.ttf");

    private static final List<Face> ALL = List.of(
            SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD_ITALIC, SERIF, SERIF_BOLD, MONO, SYMBOLS, CJK);

    private Fonts() {}

    /** Fixes the names of the font subsets of the document that is being written. */
    static void nameSubsetsBy(String identity) {
        for (Face face : ALL) {
            face.ifLoaded(font -> font.setSecureRandom(new SubsetPrefix(identity + face.file())));
        }
    }

    /** The face that shows most of a text of this style; line metrics are its. */
    static Face primary(Style style) {
        return switch (style.family) {
            case MONO -> MONO;
            case SERIF -> style.bold ? SERIF_BOLD : SERIF;
            case SANS -> style.bold
                    ? (style.italic ? SANS_BOLD_ITALIC : SANS_BOLD)
                    : (style.italic ? SANS_ITALIC : SANS);
        };
    }

    /** @throws CharacterNotCovered if no font on board has the character */
    static Face covering(int codePoint, Style style, String context) {
        Face first = primary(style);
        if (first.covers(codePoint)) {
            return first;
        }
        Face sans = style.bold ? SANS_BOLD : SANS;
        for (Face next : List.of(sans, SYMBOLS, CJK)) {
            if (next.covers(codePoint)) {
                return next;
            }
        }
        throw new CharacterNotCovered(codePoint, excerpt(context, codePoint));
    }

    private static String excerpt(String context, int codePoint) {
        int at = Math.max(context.indexOf(codePoint), 0);
        int from = context.offsetByCodePoints(at, -Math.min(20, context.codePointCount(0, at)));
        int to = context.offsetByCodePoints(at, Math.min(20, context.codePointCount(at, context.length())));
        return context.substring(from, to);
    }
}
