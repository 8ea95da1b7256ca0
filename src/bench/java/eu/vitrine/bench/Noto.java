package eu.vitrine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/** The fonts of the dossiers, for the other typesetters: the same files, embedded and subset in the same way. */
enum Noto {
    SANS("NotoSans-Regular.ttf"),
    SANS_BOLD("NotoSans-Bold.ttf"),
    SANS_ITALIC("NotoSans-Italic.ttf"),
    SANS_BOLD_ITALIC("NotoSans-BoldItalic.ttf"),
    SERIF("NotoSerif-Regular.ttf"),
    SERIF_BOLD("NotoSerif-Bold.ttf"),
    MONO("NotoSansMono-Regular.ttf");

    private static final String FOLDER = "eu/vitrine/typeset/fonts/";

    private final String resource;
    private final BaseFont font;

    Noto(String file) {
        this.resource = FOLDER + file;
        try {
            this.font = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, Press.resource("/" + FOLDER + file), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        font.setIncludeCidSet(false);
    }

    /** Where the file lies on the class path. */
    String resource() {
        return resource;
    }

    BaseFont font() {
        return font;
    }
}
