package eu.vitrine.policy;

import static eu.vitrine.policy.Holds.DAY;
import static eu.vitrine.policy.Holds.FACTS;
import static eu.vitrine.policy.Holds.TEXTS;
import static eu.vitrine.policy.Shape.may;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers that a case can expect of a policy, by its role. */
public final class CaseKeys {

    private static final Shape.Key REVIEW = may("review", "Whether a person should look.", Holds.FLAG);
    private static final Shape.Key SETTLED_BY = may("settledBy", "Facts that must be among those that would settle it.", FACTS);
    private static final Shape.Key NOT_SETTLED_BY = may("notSettledBy", "Facts that must not be among those.", FACTS);
    private static final Shape.Key DISPUTED = may("disputed", "Exactly the facts it rests on about which sources disagree.", FACTS);
    private static final Shape.Key ASSUMPTIONS = may("assumptions", "Exactly the assumptions it rests on.", TEXTS);

    private static final List<Shape.Key> CONDITION = List.of(
            may("value", "Value of a condition, classification or derivation; a range is written low..high.",
                    Holds.map("type", List.of("string", "number", "boolean", "null"))),
            REVIEW, ASSUMPTIONS, SETTLED_BY, NOT_SETTLED_BY, DISPUTED);
    private static final List<Shape.Key> DUTY = List.of(
            answer("applicability", "Whether the duty binds.", Answers.Applicability.values()),
            may("ground", "Provision behind an exemption.", Holds.map("type", List.of("string", "null"))),
            answer("due", "Whether it is due.", Answers.Due.values()),
            may("dueDate", "The day it falls due.", nullable(DAY)),
            answer("evidence", "What shows it.", Answers.Evidence.values()),
            answer("evidenceReason", "Why there is no evidence.", EvidenceReason.values()),
            answer("enforceable", "Whether it can be enforced.", Answers.Enforceable.values()),
            may("enforceableFrom", "First day on which it can be enforced.", nullable(DAY)),
            answer("outcome", "The one word for people.", Outcome.values()),
            answer("addressee", "Who owes it.", Addressee.values()),
            may("owedToUs", "Whether it is owed to us as well.", Holds.map("type", List.of("boolean", "string", "null"))),
            REVIEW, ASSUMPTIONS, SETTLED_BY, NOT_SETTLED_BY, DISPUTED,
            may("withheldByLaw", "Facts that are lawfully not public and must be named as such.", FACTS),
            may("support", "Facts that must support it.", FACTS),
            may("noSupport", "Facts that must not support it.", FACTS),
            may("lacks", "Entries of the checklist that must be found lacking.", TEXTS),
            may("notLacks", "Entries that must not be found lacking.", TEXTS),
            may("consequence", "The whole text of what may follow.", Holds.map("type", List.of("string", "null"))));
    private static final List<Shape.Key> USE_RIGHT = List.of(
            answer("answer", "The answer.", PolicyShapes.RIGHTS, PolicyShapes.OPEN),
            REVIEW, SETTLED_BY, NOT_SETTLED_BY, DISPUTED,
            may("carries", "Conditions that it must carry.", TEXTS), may("notCarries", "Conditions that it must not carry.", TEXTS));
    private static final List<Shape.Key> HOUSE_RULE = List.of(
            answer("answer", "The answer.", HouseRule.Answer.values()),
            may("weight", "What it means for an approval.", nullable(Holds.oneOf(PolicyShapes.WEIGHTS))),
            REVIEW, SETTLED_BY, NOT_SETTLED_BY, DISPUTED);

    /** A case, in the shape of its file. */
    static final Shape CASE = Shape.of("A situation with the answers expected",
            Shape.must("case", "What it shows, as a sentence.", Holds.TEXT),
            Shape.must("as_of", "The day on which the law is read.", DAY),
            may("use", "Sets of facts under given.", TEXTS),
            may("facts", "Facts of this case, by id.", Holds.ref("facts")),
            may("lifecycle", "Facts of the record whose pre-training run it shares.", Holds.ref("facts")),
            Shape.must("expect", "The answers expected; what is not named is not checked.", Holds.ref("expect")));
    /** A file of cases. */
    static final Shape FILE = Shape.of("Cases of a policy",
            Shape.must("policy", "Id of the policy; the file has the same name.", Holds.TEXT),
            may("given", "Sets of facts by name, for several cases.", Holds.map("type", "object", "additionalProperties", Holds.ref("facts"))),
            Shape.must("cases", "The cases.", Holds.someOf(CASE.schema())));

    private CaseKeys() {}

    /** The keys of a file of cases. */
    public static Set<String> ofFile() {
        return FILE.names();
    }

    /** The keys of one case. */
    public static Set<String> ofCase() {
        return CASE.names();
    }

    /** The keys that {@code expect} may have in a case of a policy of this role; empty for a role without cases. */
    public static Set<String> ofExpect(Policy.Role role) {
        return new Shape("", keys(role)).names();
    }

    /** The values that an expected answer of this policy can have; empty where there is no list of them. */
    public static List<String> choices(Policy policy, String key) {
        if (key.equals("value") && !policy.values().isEmpty()) {
            List<String> values = new ArrayList<>(policy.values());
            values.add(Decision.UNDETERMINED);
            return values;
        }
        return keys(policy.role()).stream().filter(one -> one.name().equals(key)).findFirst()
                .map(one -> one.choices().stream().map(String::valueOf).toList()).orElse(List.of());
    }

    private static List<Shape.Key> keys(Policy.Role role) {
        return switch (role) {
            case CONDITION, CLASSIFICATION -> CONDITION;
            case DERIVATION -> List.of(CONDITION.getFirst(), SETTLED_BY, NOT_SETTLED_BY);
            case DUTY, OUR_DUTY, ROUTE, POINT -> DUTY;
            case USE_RIGHT -> USE_RIGHT;
            case HOUSE_RULE -> HOUSE_RULE;
            case CITATION -> List.of();
        };
    }

    /** What {@code expect} may hold, whatever the role; a file of cases does not say the role. */
    static Shape expect() {
        Map<String, Shape.Key> all = new LinkedHashMap<>();
        for (Policy.Role role : Policy.Role.values()) {
            keys(role).forEach(key -> all.putIfAbsent(key.name(), key));
        }
        all.put("answer", answer("answer", "The answer of a use right or a house rule.",
                Stream.concat(PolicyShapes.RIGHTS.stream(), Holds.codes(HouseRule.Answer.values()).stream()).toList(), null));
        return new Shape("Answers expected", List.copyOf(all.values()));
    }

    private static Shape.Key answer(String name, String means, Enum<?>[] answers) {
        return answer(name, means, Holds.codes(answers), null);
    }

    private static Shape.Key answer(String name, String means, List<String> answers, @Nullable String further) {
        List<String> all = new ArrayList<>(answers);
        if (further != null) {
            all.add(further);
        }
        return may(name, means, nullable(Holds.oneOf(all)));
    }

    /** The same, or null: an answer that is not given. */
    private static Map<String, Object> nullable(Map<String, Object> holds) {
        return Holds.map("anyOf", Arrays.asList(holds, Holds.map("type", "null")));
    }
}
