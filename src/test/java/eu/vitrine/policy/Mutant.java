package eu.vitrine.policy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A policy set with one slip in it.
 *
 * @param file the policy, derivation, assumption or figure that has the slip
 * @param place part of it, and the row
 * @param what what was changed
 * @param touched what the slip stands in, as {@link Resting} names it
 * @param near the expression that the slip stands in or beside, as it was; null where there is none
 * @param parts the set with the slip
 */
record Mutant(String file, String place, String what, String touched, @Nullable Expr near, Supplier<SetParts> parts) {

    @Override
    public String toString() {
        return file + ", " + place + (place.isEmpty() ? "" : " ") + what;
    }
}
