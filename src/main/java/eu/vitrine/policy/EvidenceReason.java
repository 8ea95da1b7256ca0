package eu.vitrine.policy;

/** Why there is no evidence, and so what to do next. */
public enum EvidenceReason {
    NOT_LOOKED("nobody has looked", "Look it up and record what was found, or where it was searched for in vain."),
    LOOKED_NOT_FOUND("looked for and not found", "Ask the provider, and search again before the search is ninety days old."),
    NOT_EXAMINED("there is something, and nobody has examined it", "Have a person read it against the duty."),
    NOT_PUBLIC("not public", "Nothing can be concluded from silence; ask the provider for a statement or an extract."),
    NOT_ASKED("not asked for", "Ask the provider; the information is owed on request."),
    ASKED_NO_ANSWER("asked for, no sufficient answer yet", "Wait for the answer or remind the provider; then have a person judge it."),
    CONFLICT("sources disagree", "Decide which source holds and record why.");

    private final String words;
    private final String nextAct;

    EvidenceReason(String words, String nextAct) {
        this.words = words;
        this.nextAct = nextAct;
    }

    /** For people, to follow "No evidence:". */
    public String words() {
        return words;
    }

    /** What to do next. */
    public String nextAct() {
        return nextAct;
    }
}
