package eu.vitrine.censorship;

import java.util.Locale;

/** How far a finding may be relied on. */
public enum Status {
    /** Entered or changed, and not yet read by a second person. */
    DRAFT,
    /** Read by another person than those who wrote it. */
    REVIEWED,
    /** Somebody gave a reason to doubt it. */
    DISPUTED,
    /** No longer stood for; kept with the reason. */
    WITHDRAWN,
    /** A later finding says it better. */
    SUPERSEDED;

    /** Whether it still says something about the model. */
    public boolean stands() {
        return this == DRAFT || this == REVIEWED || this == DISPUTED;
    }

    /** Message key of its word. */
    public String key() {
        return "censorship.status." + name().toLowerCase(Locale.ROOT);
    }
}
