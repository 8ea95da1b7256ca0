package eu.vitrine.typeset;

/** How wide the content of a table cell is on one line, and how wide its widest word is; both with padding, in points. */
final class CellMeasure {

    private static final double SLACK = 0.5;

    private final Cascade cascade;
    private final double breakable;
    private double least;
    private double most;
    private double word;
    private double line;
    private int previous;

    private CellMeasure(Cascade cascade, double breakable) {
        this.cascade = cascade;
        this.breakable = breakable;
    }

    /** @param breakable a word wider than this may be broken anyway and asks for no more */
    static CellMeasure of(TableRow.Cell cell, Cascade cascade, double breakable) {
        CellMeasure measure = new CellMeasure(cascade, breakable);
        Style style = cell.node().style();
        measure.inside(cell.element(), cell.node(), style.insetX() + SLACK);
        measure.endLine(style.insetX() + SLACK);
        return measure;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    private void inside(Markup.Element parent, Cascade.Node node, double indent) {
        for (Markup child : parent.children()) {
            switch (child) {
                case Markup.Text text -> text(text.text(), node.style(), indent);
                case Markup.Element element -> element(element, cascade.child(node, element), indent);
            }
        }
    }

    private void element(Markup.Element element, Cascade.Node node, double indent) {
        Style style = node.style();
        if (element.is("svg")) {
            advance(style.width == null ? style.size : style.width.of(breakable));
        } else if (element.is("br")) {
            endLine(indent);
        } else if (Grammar.INLINE.contains(element.name())) {
            inside(element, node, indent);
        } else {
            endLine(indent);
            double inner = indent + style.insetX() + style.margin[Style.LEFT] + style.margin[Style.RIGHT];
            inside(element, node, inner);
            endLine(inner);
        }
    }

    private void text(String text, Style style, double indent) {
        Face face = Fonts.primary(style);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            if (blank && previous == ' ') {
                continue;
            }
            boolean letterAfterHyphen = previous == '-' && Character.isLetter(c);
            if (blank || c >= 0x2E80 || letterAfterHyphen) {
                endWord(indent);
            }
            int width = face.width(blank ? ' ' : c);
            double advance = (width < 0 ? 1000 : width) * style.size / 1000 + style.letterSpacing;
            line += advance;
            word += blank ? 0 : advance;
            previous = blank ? ' ' : c;
        }
    }

    private void advance(double width) {
        word += width;
        line += width;
        previous = 'x';
    }

    private void endWord(double indent) {
        least = Math.max(least, Math.min(word, breakable) + indent);
        word = 0;
    }

    private void endLine(double indent) {
        endWord(indent);
        most = Math.max(most, line + indent);
        line = 0;
        previous = ' ';
    }
}
