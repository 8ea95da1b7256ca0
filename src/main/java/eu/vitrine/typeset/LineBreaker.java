package eu.vitrine.typeset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills lines with words, first fit. */
final class LineBreaker {

    private static final double TOLERANCE = 0.01;
    private static final double WORTH_STARTING = 0.3;

    private final double x;
    private final double width;
    private final Style block;
    private final List<Line> lines = new ArrayList<>();
    private List<Part> parts = new ArrayList<>();
    private double used;

    private LineBreaker(double x, double width, Style block) {
        this.x = x;
        this.width = width;
        this.block = block;
    }

    static List<Line> lines(List<Word> words, double x, double width, Style block) {
        LineBreaker breaker = new LineBreaker(x, width, block);
        Deque<Word> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            breaker.take(rest.poll(), rest);
        }
        breaker.flush();
        return breaker.lines;
    }

    /** An empty line of the block's height. */
    static Line empty(double x, double width, Style block) {
        return new LineBreaker(x, width, block).line(List.of());
    }

    private void take(Word word, Deque<Word> rest) {
        double free = width - used;
        if (word.width() > free + TOLERANCE) {
            boolean tooWideForAnyLine = word.width() > width + TOLERANCE;
            if (!parts.isEmpty() && !(tooWideForAnyLine && free > WORTH_STARTING * width)) {
                flush();
            }
            if (tooWideForAnyLine) {
                List<Word> pieces = word.cut(width - used);
                place(pieces.getFirst());
                if (pieces.size() > 1) {
                    flush();
                    rest.push(pieces.getLast());
                }
                return;
            }
        }
        place(word);
    }

    private void place(Word word) {
        word.parts().forEach(this::append);
        used += word.width();
        if (word.space() != null) {
            append(word.space());
            used += word.space().width();
        }
        if (word.endsLine()) {
            if (parts.isEmpty()) {
                lines.add(line(List.of()));
            }
            flush();
        }
    }

    private void append(Part part) {
        if (part instanceof Part.Glyphs next
                && !parts.isEmpty()
                && parts.getLast() instanceof Part.Glyphs last
                && last.joins(next)) {
            parts.set(
                    parts.size() - 1,
                    new Part.Glyphs(
                            last.text() + next.text(), last.face(), last.style(), last.leaf(), last.link(), last.width() + next.width()));
        } else {
            parts.add(part);
        }
    }

    private void flush() {
        if (!parts.isEmpty()) {
            lines.add(line(List.copyOf(parts)));
            parts = new ArrayList<>();
        }
        used = 0;
    }

    private Line line(List<Part> content) {
        double above = above(block);
        double below = block.leading() - above;
        Style measured = block;
        for (Part part : content) {
            @Nullable Style style = styleOf(part);
            if (style != null && style != measured) {
                above = Math.max(above, above(style));
                below = Math.max(below, style.leading() - above(style));
                measured = style;
            }
            if (part instanceof Part.Shape shape) {
                above = Math.max(above, shape.drawing().height());
            }
        }
        return new Line(x, width, block, content, above + below, above, null, null);
    }

    private static @Nullable Style styleOf(Part part) {
        return switch (part) {
            case Part.Glyphs glyphs -> glyphs.style();
            case Part.PageNumber number -> number.style();
            case Part.Shape shape -> null;
        };
    }

    /** From the top of the line to the baseline: half the leading, then the ascent of the main face. */
    private static double above(Style style) {
        Face face = Fonts.primary(style);
        double ascent = face.ascent(style.size);
        double descent = face.descent(style.size);
        return (style.leading() - ascent - descent) / 2 + ascent;
    }
}
