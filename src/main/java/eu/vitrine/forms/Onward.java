package eu.vitrine.forms;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;

/**
 * Where a person goes on after a page of a form, as the address asks for it: {@code check} for checking the answers next,
 * {@code model:} and a slug for going back to that model once they are saved. Anything else asks for nothing.
 */
record Onward(String then) {

    static final String CHECK = "check";
    private static final String MODEL = "model:";

    Onward {
        then = then.equals(CHECK) || then.startsWith(MODEL) && Codes.isSlug(then.substring(MODEL.length())) ? then : "";
    }

    boolean checksNext() {
        return then.equals(CHECK);
    }

    private boolean returns() {
        return then.startsWith(MODEL);
    }

    /** The page of a form, remembering where to go after it. */
    String by(String path) {
        return returns() ? path + "?then=" + then : path;
    }

    /** The page after everything is saved. */
    String after(Place saved) {
        return returns() ? RecordName.pathOf(Kind.MODEL, then.substring(MODEL.length())) : saved.path();
    }
}
