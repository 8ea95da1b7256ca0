package eu.vitrine.evidence;

/** What can be wrong with a kept file. */
enum Damage {
    MISSING("missing on the disk"),
    ALTERED("no longer what was stored");

    private final String words;

    Damage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
