package eu.vitrine.formats;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file.
 *
 * @param file name of the file
 * @param line from 1; 0 where the format has no lines or the whole file is meant
 * @param path where in the structure, in the words of the format: {@code model-index[0].results}, a column, a cell; or null
 */
public record Place(String file, int line, @Nullable String path) {

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, null);
    }

    /** For people: file, line and path, as far as they are known. */
    public String words() {
        return file + (line > 0 ? ", line " + line : "") + (path == null ? "" : ", " + path);
    }
}
