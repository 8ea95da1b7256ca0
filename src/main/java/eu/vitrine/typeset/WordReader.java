package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits inline content into words: at spaces, between Chinese or Japanese characters, after hyphens between letters. */
final class WordReader {

    private static final String NEVER_FIRST = "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗”’,.;:!?)]}%…";
    private static final String NEVER_LAST = "（［｛〔〈《「『【〘〖“‘([{";
    private static final int LONG_WORD = 12;

    private final PageWords pageWords;
    private final List<Word> words = new ArrayList<>();
    private List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Face face;
    private double width;
    private int previous;
    private int beforePrevious;
    private int length;

    private WordReader(PageWords pageWords) {
        this.pageWords = pageWords;
    }

    static List<Word> read(List<Run> runs, PageWords pageWords) {
        WordReader reader = new WordReader(pageWords);
        for (Run run : runs) {
            reader.add(run);
        }
        reader.endWord();
        return reader.words;
    }

    private void add(Run run) {
        switch (run) {
            case Run.Text written -> text(written);
            case Run.PageOf page -> {
                double reserved = pageWords.reservedWidth(page.style());
                piece(new Part.PageNumber(page.anchor(), page.style(), page.leaf(), page.link(), true, reserved));
            }
            case Run.Shape shape -> piece(new Part.Shape(shape.drawing(), shape.leaf()));
            case Run.Break end -> {
                space(end.style(), end.leaf(), null);
                Word last = words.isEmpty() || words.getLast().endsLine() ? new Word(List.of(), null, false) : words.removeLast();
                words.add(last.endingLine());
            }
        }
    }

    private void piece(Part part) {
        parts.add(part);
        length++;
        remember('x');
    }

    private void text(Run.Text run) {
        String visible = VisibleText.of(run.text());
        int i = 0;
        while (i < visible.length()) {
            int codePoint = visible.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == ' ' || codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
                endPart(run);
                space(run.style(), run.leaf(), run.link());
            } else {
                character(codePoint, run, visible);
            }
        }
        endPart(run);
    }

    private void character(int codePoint, Run.Text run, String context) {
        if (length > 0 && canBreakBefore(codePoint)) {
            endPart(run);
            endWord();
        }
        Face covering = Fonts.covering(codePoint, run.style(), context);
        if (covering != face) {
            endPart(run);
            face = covering;
        }
        text.appendCodePoint(codePoint);
        width += covering.width(codePoint) * run.style().size / 1000 + run.style().letterSpacing;
        length++;
        remember(codePoint);
    }

    private void remember(int codePoint) {
        beforePrevious = previous;
        previous = codePoint;
    }

    private void endPart(Run.Text run) {
        if (!text.isEmpty() && face != null) {
            parts.add(new Part.Glyphs(text.toString(), face, run.style(), run.leaf(), run.link(), width));
        }
        text.setLength(0);
        width = 0;
        face = null;
    }

    private void endWord() {
        if (!parts.isEmpty()) {
            words.add(new Word(parts, null, false));
            parts = new ArrayList<>();
        }
        length = 0;
    }

    /** Also before a forced break, so that those who hear the text do not hear two words run together. */
    private void space(Style style, Tag leaf, @Nullable Link link) {
        endWord();
        if (words.isEmpty() || words.getLast().space() != null || words.getLast().endsLine()) {
            return;
        }
        Face primary = Fonts.primary(style);
        double advance = primary.width(' ') * style.size / 1000 + style.letterSpacing;
        words.add(words.removeLast().followedBy(new Part.Glyphs(" ", primary, style, leaf, link, advance)));
    }

    private boolean canBreakBefore(int next) {
        if (isIdeographic(previous) || isIdeographic(next)) {
            return NEVER_FIRST.indexOf(next) < 0 && NEVER_LAST.indexOf(previous) < 0;
        }
        if (previous == '-' || previous == '‐' || previous == '–' || previous == '—') {
            return Character.isLetter(beforePrevious) && Character.isLetter(next);
        }
        return previous == '/' && length > LONG_WORD && Character.isLetter(beforePrevious) && Character.isLetter(next);
    }

    private static boolean isIdeographic(int c) {
        return c >= 0x2E80 && (c <= 0x9FFF || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000);
    }
}
