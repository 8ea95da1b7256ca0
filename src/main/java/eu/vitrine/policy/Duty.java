package eu.vitrine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a duty or route.
 *
 * @param applicability whether it applies
 * @param due the day it falls due; null for routes
 * @param begins the day before which it is not yet due whatever else is unknown; null for routes
 * @param evidence what shows it; null for routes
 * @param otherwise why there is no evidence when the evidence table cannot tell; null for routes
 * @param points judged one by one, or null
 * @param support what speaks for it without showing it
 * @param authority who can enforce it; null for routes
 * @param power the day the authority's power begins; null for routes
 * @param owedToUs whether it is owed to us, or null when it never is
 * @param weight in the score; 0 for routes
 */
record Duty(
        Policy policy,
        Decision applicability,
        @Nullable Expr due,
        @Nullable Expr begins,
        @Nullable Decision evidence,
        @Nullable EvidenceReason otherwise,
        @Nullable Points points,
        List<Support> support,
        @Nullable String authority,
        @Nullable Expr power,
        @Nullable Expr owedToUs,
        double weight) {

    /**
     * Points of an annex that are judged one by one.
     *
     * @param of list of the law that names them
     * @param shown whether the point named {@code point} is shown
     * @param failed whether it was seen to be missing
     */
    record Points(String of, Expr shown, Expr failed) {
        static final String ELEMENT = "point";
    }

    /** A fact that speaks for the duty when its condition is true. */
    record Support(String id, Expr when, String fact, String why) {}
}
