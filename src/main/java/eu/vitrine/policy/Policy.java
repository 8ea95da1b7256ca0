package eu.vitrine.policy;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy as people read it.
 *
 * @param id as in the law files, for example {@code AIA-53-1-d}
 * @param role what it does in the set
 * @param name name of the classification, for classifications
 * @param version its own version
 * @param order position among its peers
 * @param title short name
 * @param reference article and paragraph
 * @param cite full citation
 * @param basis what binds
 * @param plain plain wording, ours, not legal text
 * @param remedy what to do about a gap
 * @param automation how far a rule can answer
 * @param review whether every answer of it should be looked at by a person, because the law itself is uncertain
 * @param note what is uncertain, and other limits
 * @param values the outcomes it can have, for conditions and classifications
 * @param answersOpinion question of a record's author that it answers as well, or null
 * @param conditions ids of the conditions it draws together
 * @param concerns the kinds of record it is about; it is answered for a subject that states one of them
 * @param partOf id of the duty that a point of an annex belongs to, or null
 * @param consequence what may follow from a breach, as a template, or null
 * @param ours whether an organisation added it or put it in the place of the one that ships
 */
public record Policy(
        String id,
        Role role,
        @Nullable String name,
        String version,
        int order,
        String title,
        String reference,
        String cite,
        Basis basis,
        String plain,
        @Nullable String remedy,
        Automation automation,
        boolean review,
        @Nullable String note,
        @Nullable String answersOpinion,
        List<String> values,
        List<String> conditions,
        Set<Kind> concerns,
        @Nullable String partOf,
        @Nullable String consequence,
        boolean ours) {

    /** What a policy does in the set. */
    public enum Role {
        /** A test that others rest on. */
        CONDITION,
        /** A property of the model that decides which duties it brings. */
        CLASSIFICATION,
        /** A duty of the one who places the model on the market. */
        DUTY,
        /** A way to demonstrate duties; never a gap of its own. */
        ROUTE,
        /** A point of an annex, answered inside the duty that it is part of. */
        POINT,
        /** A duty of ours, per use or for the organisation. */
        OUR_DUTY,
        /** Whether licence and terms let us use it so. */
        USE_RIGHT,
        /** What our organisation asks beyond the law. */
        HOUSE_RULE,
        /** A provision that is cited and has nothing to decide. */
        CITATION,
        /** A value computed by rule. */
        DERIVATION
    }

    /** What binds. */
    public enum Basis {
        STATUTE("binding law"),
        SOFT_LAW("guidance of the Commission, not binding"),
        HOUSE("our own rule, not a duty of the Act"),
        PRODUCT_CONVENTION("a convention of this product");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** How far a rule can answer without a person. */
    public enum Automation {
        FULL("answered by rule"),
        PARTIAL("answered by rule as far as facts go; a person judges the rest"),
        PERSON("a person judges; the rule gathers what the judgement needs");

        private final String words;

        Automation(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    public Policy {
        values = List.copyOf(values);
        conditions = List.copyOf(conditions);
        concerns = Set.copyOf(concerns);
    }

    /**
     * Whether it is answered for a subject: it states something of a kind that the policy is about. What a record of a model
     * says about services is about the model.
     */
    public boolean concerns(Subject subject) {
        for (Kind kind : concerns) {
            if (subject.stated().contains(kind) && (kind != Kind.SERVICE || !subject.stated().contains(Kind.MODEL))) {
                return true;
            }
        }
        return false;
    }
}
