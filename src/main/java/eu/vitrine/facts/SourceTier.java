package eu.vitrine.facts;

import java.util.Locale;
import java.util.Optional;

/** What kind of source says something. The order is that in which disagreeing sources are shown; it decides nothing. */
public enum SourceTier {
    PROVIDER("Provider"),
    AUTHORITY("Authority"),
    STUDY("Study"),
    INDEX("Index"),
    PRESS("Press");

    private final String words;

    SourceTier(String words) {
        this.words = words;
    }

    /** The tier as written in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in English. */
    public String words() {
        return words;
    }

    /** The tier with this code, or empty when there is none. */
    public static Optional<SourceTier> of(String code) {
        for (SourceTier tier : values()) {
            if (tier.code().equals(code)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
