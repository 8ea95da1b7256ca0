package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;

/** A stretch of text that one face can show, with its width in points. */
record FaceRun(String text, Face face, double width) {

    /** @throws CharacterNotCovered if no font on board has one of the characters */
    static List<FaceRun> of(String text, Style style) {
        List<FaceRun> runs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            Face face = Fonts.covering(text.codePointAt(from), style, text);
            int to = from;
            double width = 0;
            while (to < text.length() && Fonts.covering(text.codePointAt(to), style, text) == face) {
                int codePoint = text.codePointAt(to);
                width += face.width(codePoint) * style.size / 1000 + style.letterSpacing;
                to += Character.charCount(codePoint);
            }
            runs.add(new FaceRun(text.substring(from, to), face, width));
            from = to;
        }
        return runs;
    }

    static double width(String text, Style style) {
        return of(text, style).stream().mapToDouble(FaceRun::width).sum();
    }
}
