package eu.vitrine.cli;

import java.io.PrintWriter;

/** Text broken between words to the width of an ordinary window, with its further lines indented. */
final class Paragraphs {

    private static final int WIDTH = 100;

    private final PrintWriter out;

    Paragraphs(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints a paragraph.
     *
     * @param indent columns before it
     * @param mark what stands before its first line; the further lines begin below the text behind it
     */
    void print(int indent, String mark, String text) {
        String before = " ".repeat(indent) + mark;
        String below = " ".repeat(width(before));
        StringBuilder line = new StringBuilder(before);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && width(line.toString()) + 1 + width(word) > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(below);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
