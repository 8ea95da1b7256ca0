package eu.vitrine.assessment;

import java.time.Instant;
import java.util.Optional;

/** Tells which dossiers were issued; the module that issues them, on a higher floor, implements it. */
public interface IssuedFiles {

    /** The file issued for an assessment; empty where none was. */
    Optional<IssuedFile> of(String slug, int number);

    /**
     * An issued file.
     *
     * @param sha256 SHA-256 of the file
     * @param size size in bytes
     * @param at when it was issued
     * @param by who issued it, by the name of that time
     */
    record IssuedFile(String sha256, long size, Instant at, String by) {

        /** Size in units of 1000 bytes, rounded up. */
        public long kilobytes() {
            return (size + 999) / 1000;
        }
    }
}
