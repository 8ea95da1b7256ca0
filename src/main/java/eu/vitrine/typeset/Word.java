package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts that stay together on a line, and the space after them. */
final class Word {

    private static final String GOOD_ENDS = "/._-?&=:,;@+#";
    private static final int LOOK_BACK = 14;

    private final List<Part> parts;
    private final Part.@Nullable Glyphs space;
    private final boolean endsLine;
    private final double width;

    Word(List<Part> parts, Part.@Nullable Glyphs space, boolean endsLine) {
        this.parts = parts;
        this.space = space;
        this.endsLine = endsLine;
        double sum = 0;
        for (Part part : parts) {
            sum += part.width();
        }
        this.width = sum;
    }

    List<Part> parts() {
        return parts;
    }

    Part.@Nullable Glyphs space() {
        return space;
    }

    boolean endsLine() {
        return endsLine;
    }

    double width() {
        return width;
    }

    Word followedBy(Part.Glyphs gap) {
        return new Word(parts, gap, endsLine);
    }

    Word endingLine() {
        return new Word(parts, space, true);
    }

    /**
     * Cuts a word that is wider than the line. The first piece holds at least one character and ends after a sign such as a
     * slash where one is near.
     */
    List<Word> cut(double available) {
        double used = 0;
        List<Part> head = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (used + part.width() <= available) {
                head.add(part);
                used += part.width();
                continue;
            }
            if (!(part instanceof Part.Glyphs glyphs)) {
                return head.isEmpty() ? List.of(this) : pieces(head, parts.subList(i, parts.size()));
            }
            int at = cutAt(glyphs, available - used, head.isEmpty());
            if (at > 0) {
                head.add(slice(glyphs, 0, at));
            }
            List<Part> tail = new ArrayList<>();
            if (at < glyphs.text().length()) {
                tail.add(slice(glyphs, at, glyphs.text().length()));
            }
            tail.addAll(parts.subList(i + 1, parts.size()));
            return tail.isEmpty() ? List.of(this) : pieces(head, tail);
        }
        return List.of(this);
    }

    private List<Word> pieces(List<Part> head, List<Part> tail) {
        return List.of(new Word(head, null, false), new Word(List.copyOf(tail), space, endsLine));
    }

    private static int cutAt(Part.Glyphs glyphs, double available, boolean mustTakeOne) {
        String text = glyphs.text();
        double used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += advance(codePoint, glyphs);
            if (used > available) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        for (int back = at; back > Math.max(2, at - LOOK_BACK); back--) {
            if (GOOD_ENDS.indexOf(text.charAt(back - 1)) >= 0) {
                return back;
            }
        }
        return at == 0 && mustTakeOne ? Character.charCount(text.codePointAt(0)) : at;
    }

    private static Part.Glyphs slice(Part.Glyphs glyphs, int from, int to) {
        String text = glyphs.text().substring(from, to);
        double width = from == 0 ? measure(text, glyphs) : glyphs.width() - measure(glyphs.text().substring(0, from), glyphs);
        return new Part.Glyphs(text, glyphs.face(), glyphs.style(), glyphs.leaf(), glyphs.link(), width);
    }

    private static double measure(String text, Part.Glyphs like) {
        return text.codePoints().mapToDouble(c -> advance(c, like)).sum();
    }

    private static double advance(int codePoint, Part.Glyphs like) {
        return like.face().width(codePoint) * like.style().size / 1000 + like.style().letterSpacing;
    }
}
