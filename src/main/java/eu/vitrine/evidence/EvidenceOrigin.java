package eu.vitrine.evidence;

import java.util.Locale;

/** How a piece of evidence came to be held. */
public enum EvidenceOrigin {
    /** A person brought the file. */
    UPLOAD,
    /** The server fetched it from its address. */
    CAPTURE,
    /** An address was noted; no bytes are held, so it shows nothing once the page has changed. */
    ADDRESS;

    /** Message key of the word for it. */
    public String key() {
        return "evidence.origin." + name().toLowerCase(Locale.ROOT);
    }
}
