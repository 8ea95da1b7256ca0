package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text file of bounded size with line ends of one kind.
 *
 * @param name name of the file
 * @param text its content without byte order mark, every line ended by a line feed
 */
record PlainFile(String name, String text) {

    /** Larger files are no card and no index entry. */
    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int FIRST_BYTES = 4096;

    /** The file as text, or null with a remark when it is too large or not UTF-8. */
    static @Nullable PlainFile of(Source source, Remarks remarks) {
        if (source.bytes().length > MOST_BYTES) {
            remarks.rejected(Place.of(source.name()), null,
                    "The file has " + source.bytes().length + " bytes; files of this format are read up to " + MOST_BYTES + " bytes.",
                    "Leave out what does not belong to the format.");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(source.bytes())).toString();
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new PlainFile(source.name(), plain.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            remarks.rejected(Place.of(source.name()), null, "The file is not text in UTF-8.", "Save it as UTF-8 and bring it again.");
            return null;
        }
    }

    /** The beginning of a file for a first look, whatever its encoding. */
    static String beginning(Source source) {
        String start = new String(source.bytes(), 0, Math.min(FIRST_BYTES, source.bytes().length), StandardCharsets.UTF_8);
        return start.startsWith("\uFEFF") ? start.substring(1) : start;
    }

    /** Whether the name of the file ends so, in whatever case. */
    static boolean named(Source source, String ending) {
        return source.name().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** The name of a file without folders. */
    static String bare(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** A place in this file. */
    Place at(int line, @Nullable String path) {
        return new Place(name, line, path);
    }
}
