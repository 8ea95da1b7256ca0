package eu.vitrine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a duty of the maker or of ours, of a point of an annex, or of a route.
 *
 * @param applicability whether it applies
 * @param due the day it falls due; null for routes
 * @param begins the day before which it is not yet due whatever else is unknown; null for routes
 * @param evidence what shows it; null for routes
 * @param otherwise why there is no evidence when the evidence table cannot tell; null for routes
 * @param points judged one by one, or null
 * @param checklist fields of a form that it asks for, or null
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
        @Nullable Checklist checklist,
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
     * @param evidence what shows the point named {@code point}, for the policies of the points; null where none are
     * @param otherwise why there is no evidence when that table cannot tell
     */
    record Points(String of, Expr shown, Expr failed, @Nullable Decision evidence, @Nullable EvidenceReason otherwise) {
        static final String ELEMENT = "point";
    }

    /**
     * Fields of a form that are looked at one by one, each named {@code point} in the conditions.
     *
     * @param of list of the law that names them
     * @param needed whether the field must be given
     * @param notes where a reader's note on a field stands, or null
     */
    record Checklist(String of, Expr given, Expr partly, Expr missing, Expr doesNotApply, Expr needed, @Nullable Notes notes) {}

    /**
     * Where notes stand.
     *
     * @param table fact whose rows hold them
     * @param key column that names the field
     * @param column column of the note
     */
    record Notes(String table, String key, String column) {}

    /** A fact that speaks for the duty when its condition is true. */
    record Support(String id, Expr when, String fact, String why) {}
}
