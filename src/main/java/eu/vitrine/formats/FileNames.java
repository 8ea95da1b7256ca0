package eu.vitrine.formats;

import java.util.Locale;

/** What the name of a file says of it. */
final class FileNames {

    private FileNames() {}

    /** The part after the last dot, in lower case; empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.indexOf('/', dot) >= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
