package eu.vitrine.determination;

import eu.vitrine.facts.FactDeclaration;
import java.util.Locale;

/** What kind of question a person answers. */
public enum Question {
    /** Does what we hold do what the duty asks? */
    SUFFICIENCY,
    /** Is a limit or an exception proportionate? */
    PROPORTIONALITY,
    /** Is a refusal or silence about what is owed to us a failure? */
    REFUSAL,
    /** Any other judgement that a rule asks for. */
    READING,
    /** Is the answer of the rule right? It only stands beside that answer. */
    OVERRIDE;

    /** Choice of a fact that grades papers against a duty. */
    private static final String SUFFICIENT = "sufficient";
    /** Choice of a fact that weighs a limit in a licence. */
    private static final String TOLERATED = "tolerated";
    /** The judgement about refused information of Annex XII. */
    static final String FAILURE_CONFIRMED = "model.documentation.annex_xii_failure_confirmed";

    /** The question that a fact marked as judgement asks. */
    static Question of(FactDeclaration judgement) {
        if (judgement.id().equals(FAILURE_CONFIRMED)) {
            return REFUSAL;
        }
        return judgement.choices().containsKey(SUFFICIENT) ? SUFFICIENCY : judgement.choices().containsKey(TOLERATED) ? PROPORTIONALITY : READING;
    }

    /** Message key of the words for it. */
    public String key() {
        return "determination.question." + name().toLowerCase(Locale.ROOT);
    }
}
