package eu.vitrine.access;

import java.util.Locale;

/** What an API token may be used for; its owner's roles bound it further. No scope opens decisions, users, sign-in or tokens. */
enum Scope {
    READ,
    WRITE,
    AUDIT;

    /** As programs and the audit log spell it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its name; with {@code .may} appended, of the sentence that says what it opens. */
    public String key() {
        return "token.scope." + code();
    }
}
