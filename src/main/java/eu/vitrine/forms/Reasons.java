package eu.vitrine.forms;

import eu.vitrine.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Why somebody changes something, as it stands in the revision and in the audit log. */
final class Reasons {

    /** Longest reason that a revision keeps. */
    static final int LONGEST = 1000;

    private Reasons() {}

    /** The reason typed, or null where there is none; complains where it is too long or, if it has to be there, missing. */
    static @Nullable String read(String typed, boolean required, FormErrors errors) {
        String reason = typed.strip();
        if (reason.length() > LONGEST) {
            errors.add("reason", "forms.wrong.reason.long", LONGEST);
        }
        if (required && reason.isEmpty()) {
            errors.add("reason", "forms.wrong.reason.missing");
        }
        if (reason.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            errors.add("reason", "forms.wrong.reason.controls");
        }
        return reason.isEmpty() ? null : reason;
    }

    /** A note that begins with a label and never outgrows what a revision keeps; what is cut off ends in an ellipsis. */
    static String labelled(String label, @Nullable String reason) {
        String note = label + ": " + reason;
        if (note.length() <= LONGEST) {
            return note;
        }
        int end = LONGEST - 1;
        return note.substring(0, Character.isHighSurrogate(note.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
