package eu.vitrine.policy;

/** One word for people, derived from the four answers in this one place. */
public enum Outcome {
    NOT_APPLICABLE("Not applicable", Shape.DASH),
    EXEMPT("Exempt", Shape.DASH),
    CANNOT_DETERMINE("Cannot determine", Shape.QUESTION),
    MET("Met", Shape.TICK),
    NOT_YET_DUE("Not yet due", Shape.CLOCK),
    PARTLY_MET("Partly met", Shape.HALF),
    NOT_MET("Not met", Shape.CROSS),
    NO_EVIDENCE("No evidence", Shape.QUESTION);

    /** The drawing beside the word, so that no outcome is told by colour alone. */
    public enum Shape {
        TICK,
        CROSS,
        QUESTION,
        DASH,
        CLOCK,
        HALF
    }

    private final String words;
    private final Shape shape;

    Outcome(String words, Shape shape) {
        this.words = words;
        this.shape = shape;
    }

    /** The word. */
    public String words() {
        return words;
    }

    /** The drawing. */
    public Shape shape() {
        return shape;
    }

    /** The first that fits, in the order of the contract. */
    static Outcome of(Answers answers) {
        return switch (answers.applicability()) {
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case EXEMPT -> EXEMPT;
            case CANNOT_DETERMINE -> CANNOT_DETERMINE;
            case APPLIES -> ofApplying(answers);
        };
    }

    private static Outcome ofApplying(Answers answers) {
        if (answers.evidence() == Answers.Evidence.MET) {
            return MET;
        }
        if (answers.due() == Answers.Due.UNKNOWN) {
            return CANNOT_DETERMINE;
        }
        if (answers.due() == Answers.Due.NOT_YET_DUE) {
            return NOT_YET_DUE;
        }
        if (answers.evidence() == Answers.Evidence.PARTIAL) {
            return PARTLY_MET;
        }
        return answers.evidence() == Answers.Evidence.NOT_MET ? NOT_MET : NO_EVIDENCE;
    }
}
