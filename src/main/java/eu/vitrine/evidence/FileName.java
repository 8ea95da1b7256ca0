package eu.vitrine.evidence;

import java.text.Normalizer;

/** What a file was called, made harmless: it is shown and sent as a name, and never used as a path. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** The last part of the name without folders, control characters and marks that turn the direction of text; "file" if nothing is left. */
    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "").strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return "file";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        String extension = FileKind.extensionOf(plain);
        return extension.length() > 10 ? plain.substring(0, LONGEST) : plain.substring(0, LONGEST - extension.length() - 1) + "." + extension;
    }

    /** A name for what came from an address: its last part, with the extension of the kind. */
    static String of(SourceAddress from, FileKind kind) {
        String path = from.path();
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("%[0-9A-Fa-f]{2}", "-");
        String name = of(last.isEmpty() ? from.host() : last);
        return kind.hasExtension(name) ? name : name + "." + kind.extension();
    }
}
