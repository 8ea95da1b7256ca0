package eu.vitrine.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/** One font file on board. It is read on first use and kept; widths are in thousandths of the font size. */
final class Face {

    private static final short NOT_COVERED = -1;

    private final String file;
    private final AtomicReferenceArray<short[]> widths = new AtomicReferenceArray<>(256);
    private volatile @Nullable BaseFont font;

    Face(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    BaseFont font() {
        BaseFont loaded = font;
        return loaded == null ? load() : loaded;
    }

    void ifLoaded(Consumer<BaseFont> use) {
        BaseFont loaded = font;
        if (loaded != null) {
            use.accept(loaded);
        }
    }

    boolean covers(int codePoint) {
        return width(codePoint) != NOT_COVERED;
    }

    /** The advance of a character, or -1 if the font does not have it. */
    int width(int codePoint) {
        if (codePoint > 0xFFFF) {
            return font().charExists(codePoint) ? font().getWidth(codePoint) : NOT_COVERED;
        }
        short[] block = widths.get(codePoint >> 8);
        if (block == null) {
            block = measure(codePoint & 0xFF00);
            widths.set(codePoint >> 8, block);
        }
        return block[codePoint & 0xFF];
    }

    double ascent(double size) {
        return font().getFontDescriptor(BaseFont.ASCENT, (float) size);
    }

    double descent(double size) {
        return -font().getFontDescriptor(BaseFont.DESCENT, (float) size);
    }

    private short[] measure(int first) {
        short[] block = new short[256];
        for (int i = 0; i < 256; i++) {
            block[i] = covered(first + i) ? (short) font().getWidth(first + i) : NOT_COVERED;
        }
        return block;
    }

    /** Right-to-left scripts need an order this package does not lay out, so they count as not covered. */
    private boolean covered(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && font().charExists(codePoint);
    }

    private synchronized BaseFont load() {
        BaseFont loaded = font;
        if (loaded != null) {
            return loaded;
        }
        try (InputStream in = Face.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing in this build");
            }
            loaded = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
            loaded.setIncludeCidSet(false);
            font = loaded;
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }
}
