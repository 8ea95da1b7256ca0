package eu.vitrine.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence, as it was taken in; it never changes. Items of the same source address are its versions.
 *
 * @param seq order in which items were taken in
 * @param sourceUrl address it comes from, normalised; null for an upload without one
 * @param arrivedUrl where redirects of a capture ended; null where that is the source address
 * @param content the bytes held; null where only the address is
 * @param capturedAt when it was taken in
 * @param by name at the time of whoever did it
 */
public record EvidenceItem(long seq, UUID id, EvidenceOrigin origin, String title, @Nullable String sourceUrl, @Nullable String arrivedUrl,
        @Nullable Content content, Instant capturedAt, String by) {

    private static final long KILO = 1024;

    /**
     * The bytes of an item.
     *
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     * @param textSha256 of the text read from them; null where no text can be read
     * @param size in bytes
     * @param mediaType by extension and content
     * @param fileName as the file was called, without any folder
     * @param damaged whether the file was missing or altered when it was last read
     */
    public record Content(String sha256, @Nullable String textSha256, long size, String mediaType, String fileName, boolean damaged) {

        /** Whether another says something else: another text where both texts are known, else other bytes. */
        boolean differsFrom(Content other) {
            return textSha256 == null || other.textSha256 == null ? !sha256.equals(other.sha256) : !textSha256.equals(other.textSha256);
        }

        /** The size as people say it, such as "132 KB". */
        public String readableSize() {
            return EvidenceItem.readable(size);
        }
    }

    /** Whether bytes are held; else it is "URL only", which is weaker. */
    public boolean archived() {
        return content != null;
    }

    /** The page that shows it. */
    public String path() {
        return "/evidence/" + id;
    }

    static String readable(long size) {
        if (size < KILO) {
            return size + " bytes";
        }
        double shown = size;
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = -1;
        while (shown >= KILO && unit < units.length - 1) {
            shown /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, shown < 10 && shown != Math.rint(shown) ? "%.1f %s" : "%.0f %s", shown, units[unit]);
    }
}
