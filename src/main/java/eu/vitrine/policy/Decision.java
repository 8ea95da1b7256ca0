package eu.vitrine.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision table read from the top: the first row whose condition is true decides. A row whose condition is unknown might
 * decide as well, so that the outcome is unknown unless all rows that might decide say the same.
 *
 * @param id name under which conditions refer to it
 * @param rows in order
 * @param assumed what stands in when the rows leave it unknown, in order
 * @param settledBy facts to name when no row is true
 */
record Decision(String id, List<Row> rows, List<Assumed> assumed, IdSet settledBy) {

    /** Written as {@code then:} where a row says that nobody can tell yet. */
    static final String UNDETERMINED = "CANNOT_DETERMINE";

    /**
     * One row.
     *
     * @param id name of the row within its policy; with the policy's id it names the text of {@code why}
     * @param when condition; null is always true
     * @param then the outcome
     * @param why reason as English template
     * @param review whether a person should look when this row decides
     * @param settledBy facts that would change the answer, where the condition itself cannot name them
     * @param ground provision behind an exemption
     */
    record Row(String id, @Nullable Expr when, Expr then, String why, boolean review, IdSet settledBy, @Nullable String ground) {

        /** The same with an element replaced by a text. */
        Row forElement(String element, String text) {
            return new Row(id, when == null ? null : when.with(element, text), then, why, review, settledBy, ground);
        }

        boolean isUndetermined() {
            return then instanceof Expr.Constant(Object value) && value.equals(UNDETERMINED);
        }
    }

    /**
     * An outcome that rests on assumptions.
     *
     * @param with bit set of the assumptions, all of which must hold
     * @param when what must be true besides; null is always true
     */
    record Assumed(String id, int with, @Nullable Expr when, Expr then, String why) {}

    Decision {
        rows = List.copyOf(rows);
        assumed = List.copyOf(assumed);
    }

    /** Every expression in it. */
    void walk(java.util.function.Consumer<Expr> visitor) {
        for (Row row : rows) {
            if (row.when() != null) {
                row.when().walk(visitor);
            }
            row.then().walk(visitor);
        }
        for (Assumed one : assumed) {
            if (one.when() != null) {
                one.when().walk(visitor);
            }
            one.then().walk(visitor);
        }
    }

    /** The decisions it refers to. */
    Set<String> references() {
        Set<String> found = new java.util.LinkedHashSet<>();
        walk(expr -> {
            if (expr instanceof Expr.DecisionRef ref) {
                found.add(ref.id());
            }
        });
        return found;
    }
}
