package eu.vitrine.censorship;

/** What an answer did, as studies name it; the main one of a finding. */
enum Behaviour {
    COMPLETE, PARTIAL, DENIAL, BLOCKED, CUT_OFF, DEFLECTION, VAGUE, STATE_NARRATIVE, OMISSION, FALSE_FACT, PREMISE_DENIAL, LANG_SWITCH,
    INSECURE_CODE;

    /** Message key of its words. */
    public String key() {
        return "censorship.behaviour." + name();
    }
}
