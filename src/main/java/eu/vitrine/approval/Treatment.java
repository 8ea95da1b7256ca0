package eu.vitrine.approval;

/** What is done about a gap. */
public enum Treatment {
    /** We live with it, for a reason. */
    ACCEPT,
    /** Somebody is asked, and answers by a day. */
    ASK,
    /** We do something about it; what we do becomes a condition of the approval. */
    MITIGATE,
    /** The use waits until it is closed: nobody can approve before. */
    STOP;

    /** Message key of the words for it. */
    public String key() {
        return "approval.treatment." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
