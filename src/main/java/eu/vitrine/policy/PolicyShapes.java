package eu.vitrine.policy;

import static eu.vitrine.policy.Holds.CONDITION;
import static eu.vitrine.policy.Holds.FACTS;
import static eu.vitrine.policy.Holds.FLAG;
import static eu.vitrine.policy.Holds.REASON;
import static eu.vitrine.policy.Holds.TEXT;
import static eu.vitrine.policy.Holds.TEXTS;
import static eu.vitrine.policy.Holds.WHOLE;
import static eu.vitrine.policy.Shape.may;
import static eu.vitrine.policy.Shape.must;

import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys of policies, by role, and of the tables in them. */
final class PolicyShapes {

    static final List<String> RIGHTS = List.of(UseRight.Answer.GRANTED.name(), UseRight.Answer.NOT_GRANTED.name(), UseRight.NOT_TOUCHED);
    static final List<String> RULE_ANSWERS = List.of(HouseRule.Answer.PASS.name(), HouseRule.Answer.FAIL.name(), HouseRule.Answer.NOT_RELEVANT.name());
    static final List<String> WEIGHTS = Arrays.stream(HouseRule.Weight.values()).map(Holds::word).toList();
    static final List<String> APPLICABILITY = List.of("APPLIES", "EXEMPT", "NOT_APPLICABLE");
    static final List<String> EVIDENCE = Holds.codes(Answers.Evidence.values());
    static final String OPEN = "OPEN";

    private static final Map<String, Object> KINDS = Holds.someOf(Holds.oneOf(Arrays.stream(Kind.values()).map(Kind::code).toList()));
    private static final Map<String, Object> LACK = Holds.oneOf(Holds.codes(EvidenceReason.values()));

    static final Shape COMMON = Shape.of("What every policy says about itself",
            must("id", "As the law is cited, for example AIA-53-1-d; the file has the same name.", TEXT),
            must("role", "What the policy does in the set.", Holds.words(Policy.Role.values())),
            must("version", "Its own version in quotes, for example \"1.0.0\".", TEXT),
            must("order", "Place among its peers; the smallest number comes first.", WHOLE),
            must("title", "Short name.", TEXT),
            must("reference", "Article and paragraph as people cite them.", TEXT),
            must("cite", "Full citation.", TEXT),
            must("basis", "What binds.", Holds.words(Policy.Basis.values())),
            must("plain", "The content in plain words, our own and not the text of the law.", TEXT),
            may("remedy", "What to do about a gap.", TEXT),
            must("automation", "How far a rule can answer without a person.", Holds.words(Policy.Automation.values())),
            may("review", "true where the law itself is uncertain, so that a person looks at every answer.", FLAG),
            may("note", "What is uncertain, and other limits.", TEXT),
            may("answers_opinion", "Question of a record's author that this answers as well; no rule reads the author's answer.", TEXT));

    /** A row of any table; what {@code then} may say differs from table to table. */
    static final Shape ROW = rowShape(TEXT);

    static final Shape ASSUMED = Shape.of("What is answered on an assumption",
            must("id", "Short name, unique in the table.", TEXT),
            must("with", "Assumptions that must be made for this row.", TEXTS),
            may("when", "When the row counts; left out: always.", CONDITION),
            must("then", "The answer.", TEXT),
            may("why", "The reason, as a person reads it.", REASON));

    static final Shape SUPPORT = Shape.of("A sign that supports without showing",
            must("id", "Short name.", TEXT), must("when", "When the sign is there.", CONDITION),
            must("fact", "The fact that carries it.", Holds.ref("fact")), may("why", "The reason.", REASON));
    static final Shape DUE = Shape.of("When the duty is due",
            must("day", "The day it falls due.", CONDITION), must("begins", "The first day on which the duty exists.", CONDITION));
    static final Shape ENFORCEABLE = Shape.of("Who can enforce the duty",
            must("by", "The authority and its articles.", TEXT), must("from", "First day on which it can be enforced.", CONDITION));
    static final Shape EVIDENCE_PART = Shape.of("What shows the duty",
            must("decide", "Rows, read from the top.", Holds.someOf(row(outcomes(EVIDENCE, Decision.UNDETERMINED)))),
            must("otherwise", "Reason where the rows leave it open.", LACK));
    static final Shape POINTS = Shape.of("The points of an annex that the duty is made of",
            must("of", "List of the law with the points.", TEXT),
            must("shown", "When a point is shown; \"point\" is its id.", CONDITION),
            must("failed", "When a point fails.", CONDITION),
            may("decide", "Evidence for a point, for policies with part_of.", Holds.someOf(row(outcomes(EVIDENCE, Decision.UNDETERMINED)))),
            may("otherwise", "Reason where the rows leave a point open.", LACK));
    static final Shape NOTES = Shape.of("Where remarks on the entries stand",
            must("table", "A fact that is a table.", Holds.ref("fact")), must("key", "Column with the id of the entry.", TEXT),
            must("column", "Column with the remark.", TEXT));
    static final Shape CHECKLIST = Shape.of("Entries to tick off, such as the fields of a form",
            must("of", "List of the law with the entries.", TEXT),
            must("given", "When an entry is given; \"point\" is its id.", CONDITION),
            must("partly", "When it is partly given.", CONDITION), must("missing", "When it is missing.", CONDITION),
            must("does_not_apply", "When it is marked as not applicable.", CONDITION),
            must("needed", "When it has to be there.", CONDITION),
            may("notes", "Where remarks on the entries stand.", NOTES.schema()));
    static final Shape CARRIED = Shape.of("A condition that a grant brings along",
            must("id", "Short name.", TEXT), must("when", "When it is carried.", CONDITION), may("why", "What has to be done.", REASON));

    private static final Shape.Key APPLIES = must("applicability", "Whom and when the duty binds: rows, read from the top.",
            Holds.someOf(row(outcomes(APPLICABILITY, Decision.UNDETERMINED))));
    private static final Shape.Key CONCERNS = may("concerns", "Kinds of record it is about.", KINDS);
    private static final Shape.Key SETTLED_BY = may("settled_by", "Facts to find where the table leaves it open.", FACTS);
    private static final Shape.Key VALUES = may("values", "The answers it can give; left out: YES and NO.", TEXTS);
    private static final Shape.Key CONDITIONS = may("conditions", "Conditions shown inside it.", TEXTS);
    private static final Shape.Key CONSEQUENCE = may("consequence", "What may follow from a breach; may name facts and figures in braces.", REASON);
    private static final Shape.Key ASSUME = may("assume", "What may stand in where the rows leave it open.", Holds.listOf(ASSUMED.schema()));
    private static final Shape.Key SUPPORTS = may("support", "Signs that support, and show nothing by themselves.", Holds.listOf(SUPPORT.schema()));
    private static final Shape.Key DUE_KEY = must("due", "When it is due.", DUE.schema());
    private static final Shape.Key EVIDENCE_KEY = must("evidence", "What shows it.", EVIDENCE_PART.schema());
    private static final Shape.Key ENFORCED = must("enforceable", "Who can enforce it, and from when.", ENFORCEABLE.schema());

    private PolicyShapes() {}

    /** The keys of a policy of this role. */
    static Shape of(Policy.Role role) {
        return switch (role) {
            case CONDITION -> COMMON.and("A condition that others rest on", VALUES, decide(TEXT), SETTLED_BY);
            case CLASSIFICATION -> COMMON.and("A classification, which decides what applies",
                    must("name", "Name by which conditions call it.", TEXT), VALUES, CONDITIONS, CONCERNS, decide(TEXT), ASSUME, SETTLED_BY);
            case DUTY -> COMMON.and("A duty of the provider of the model", APPLIES, DUE_KEY, EVIDENCE_KEY,
                    may("points", "The points of an annex it is made of.", POINTS.schema()),
                    may("checklist", "Entries to tick off.", CHECKLIST.schema()), SUPPORTS, ENFORCED,
                    may("owed_to_us", "When it is owed to us as well.", CONDITION),
                    may("weight", "Weight in the score; left out: 1.", Holds.map("type", "number", "minimum", 0)),
                    CONCERNS, CONDITIONS, CONSEQUENCE);
            case OUR_DUTY -> COMMON.and("A duty of ours, per use or for the organisation", CONCERNS, APPLIES, DUE_KEY, EVIDENCE_KEY,
                    SUPPORTS, ENFORCED, CONDITIONS, CONSEQUENCE);
            case ROUTE -> COMMON.and("A way to demonstrate duties; never a gap of its own", APPLIES, SUPPORTS);
            case POINT -> COMMON.and("A point of an annex, answered inside its duty",
                    must("part_of", "The duty it belongs to; that duty says under points how each is judged.", TEXT),
                    may("applicability", "Rows read before those of the duty.", Holds.someOf(row(outcomes(APPLICABILITY, Decision.UNDETERMINED)))));
            case USE_RIGHT -> COMMON.and("Whether licence and terms let us use it so", CONCERNS, decide(outcomes(RIGHTS, OPEN)), SETTLED_BY,
                    may("carries", "Conditions that a grant brings along.", Holds.listOf(CARRIED.schema())));
            case HOUSE_RULE -> COMMON.and("What our organisation asks beyond the law", CONCERNS,
                    may("on", "Whether the rule is asked; left out: no.", FLAG), decide(outcomes(RULE_ANSWERS, OPEN)), SETTLED_BY,
                    must("weigh", "What a failure or an open answer means for an approval: rows in falling weight.",
                            Holds.someOf(row(outcomes(WEIGHTS, Decision.UNDETERMINED)))));
            case CITATION -> COMMON.and("A provision that is cited and has nothing to decide");
            case DERIVATION -> COMMON.and("A value computed by rule",
                    must("type", "Type of the value.", Holds.words(Expressions.Type.values())), decide(TEXT), ASSUME, SETTLED_BY);
        };
    }

    private static Shape.Key decide(Map<String, Object> then) {
        return must("decide", "Rows, read from the top; the first that is true decides.", Holds.someOf(row(then)));
    }

    private static Map<String, Object> outcomes(List<String> named, String open) {
        List<String> all = new ArrayList<>(named);
        all.add(open);
        return Holds.oneOf(all);
    }

    private static Map<String, Object> row(Map<String, Object> then) {
        return rowShape(then).schema();
    }

    private static Shape rowShape(Map<String, Object> then) {
        return Shape.of("A row of a table",
                must("id", "Short name, unique in the table.", TEXT),
                may("when", "When the row decides; left out: always.", CONDITION),
                must("then", "The answer.", then),
                may("reason", "Why there is no evidence, or what is said where a failure cannot be said.", LACK),
                may("ground", "Provision behind an exemption.", TEXT),
                may("why", "The reason, as a person reads it; may name facts and figures in braces.", REASON),
                may("settled_by", "Facts to find where the row leaves it open.", FACTS),
                may("review", "true where a person should look.", FLAG));
    }
}
