package eu.vitrine.facts;

import java.io.StringReader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * A text for the parser of YAML, held at once. The library's own reader holds a window and copies all of it for each kilobyte that a
 * word grows: a single word of three megabytes would then move nineteen gigabytes.
 */
public final class WholeText extends StreamReader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] text;
    private int at;
    private int inDocument;
    private int line;
    private int column;

    public WholeText(String text) {
        super(new StringReader(""));
        this.text = text.codePoints().toArray();
    }

    /** Goes to the first character that YAML does not allow; to the end, and says no, where there is none. */
    boolean reachesUnprintable() {
        while (at < text.length && isPrintable(text[at])) {
            forward();
        }
        return at < text.length;
    }

    @Override
    public Mark getMark() {
        return new Mark("", at, line, column, text, at);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        int end = Math.min(text.length, at + length);
        while (at < end) {
            int character = text[at++];
            inDocument++;
            if (Constant.LINEBR.has(character) || character == '\r' && peek() != '\n') {
                line++;
                column = 0;
            } else if (character != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    /** The character so far ahead; 0 behind the end, as the parser expects it. */
    @Override
    public int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : 0;
    }

    @Override
    public String prefix(int length) {
        return new String(text, at, Math.min(length, text.length - at));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        int moved = Math.min(length, text.length - at);
        at += moved;
        inDocument += moved;
        column += moved;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return inDocument;
    }

    @Override
    public void resetDocumentIndex() {
        inDocument = 0;
    }

    @Override
    public int getIndex() {
        return at;
    }

    @Override
    public int getLine() {
        return line;
    }
}
