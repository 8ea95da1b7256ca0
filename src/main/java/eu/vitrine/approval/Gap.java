package eu.vitrine.approval;

import eu.vitrine.facts.Kind;
import java.util.Locale;

/**
 * Something that stands between a use and a clean assessment.
 *
 * @param kind kind of the record that was assessed
 * @param slug its slug
 * @param policy id of the policy
 * @param title its title at the time
 * @param answer what the assessment says, in words
 * @param why the deciding reason, in words; may be empty
 */
public record Gap(Family family, Kind kind, String slug, String policy, String title, String answer, String why) {

    /** What kind of answer is missing. */
    public enum Family {
        /** Whether licence and terms let us use it so. */
        USE_RIGHT,
        /** A duty of ours. */
        OUR_DUTY,
        /** A duty of whoever makes the model. */
        MAKER_DUTY,
        /** What our own rules ask. */
        HOUSE_RULE;

        /** Whether they are often many about which the same is done, so that one plan can be made for all that have none of their own. */
        public boolean isTogether() {
            return this == MAKER_DUTY || this == HOUSE_RULE;
        }

        /** Message key of the words for it. */
        public String key() {
            return "approval.family." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Distinguishes the gaps of one request. */
    String key() {
        return kind.code() + " " + slug + " " + policy;
    }
}
