package eu.vitrine.policy;

/** How a comparison is said: as it is, or as what is known, since an unknown counts as not known. */
enum Modal {
    IS("is ", "is not "),
    IS_KNOWN("is known to be ", "is known not to be "),
    IS_NOT_KNOWN("is not known to be ", "is not known not to be ");

    private final String said;
    private final String denied;

    Modal(String said, String denied) {
        this.said = said;
        this.denied = denied;
    }

    /** The verb with a space on either side. */
    String verb(boolean negated) {
        return " " + (negated ? denied : said);
    }
}
