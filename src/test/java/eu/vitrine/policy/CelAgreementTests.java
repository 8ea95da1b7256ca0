package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Our evaluation against the reference runtime of CEL with its own tracking of unknowns: the same answer for every
 * expression and every choice of what is known, and never a cause that the reference does not name.
 */
class CelAgreementTests {

    private static final Vocabulary VOCABULARY = PolicyFolder.shipped().vocabulary();

    /** Facts by the plain name that the reference runtime knows them under. */
    private static final Map<String, String> FACTS = Map.of(
            "paid", "model.monetisation.price_for_access",
            "dual", "model.monetisation.dual_licence",
            "tokens", "model.training.tokens",
            "compute", "model.training.compute",
            "gate", "model.openness.gate");
    private static final Map<String, List<Object>> VALUES = Map.of(
            "paid", List.of(true, false),
            "dual", List.of(true, false),
            "tokens", List.of(1.0, 5.0, 9.0),
            "compute", List.of(1.0, 5.0, 9.0),
            "gate", List.of("none", "payment"));

    private final CelReader reader = new CelReader(VOCABULARY, Map.of(), Map.of(), Map.of());
    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("paid", SimpleType.BOOL).addVar("dual", SimpleType.BOOL).addVar("tokens", SimpleType.DOUBLE)
            .addVar("compute", SimpleType.DOUBLE).addVar("gate", SimpleType.STRING).setResultType(SimpleType.BOOL).build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelOptions.current().enableUnknownTracking(true).build()).build();

    private static final List<String> LEAVES = List.of("paid", "dual", "tokens > 5.0", "tokens <= compute", "2.0 * tokens >= compute",
            "tokens + 1.0 < 6.0", "gate == 'payment'", "gate != 'none'", "gate in ['none', 'payment']", "compute == 5.0", "true");

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.longs().map(seed -> condition(new Random(seed), 4));
    }

    private static String condition(Random random, int depth) {
        String leaf = LEAVES.get(random.nextInt(LEAVES.size()));
        if (depth == 0) {
            return leaf;
        }
        return switch (random.nextInt(5)) {
            case 0 -> leaf;
            case 1 -> "!(" + condition(random, depth - 1) + ")";
            case 2 -> "(" + condition(random, depth - 1) + ") && (" + condition(random, depth - 1) + ")";
            case 3 -> "(" + condition(random, depth - 1) + ") || (" + condition(random, depth - 1) + ")";
            default -> "(" + leaf + ") ? (" + condition(random, depth - 1) + ") : (paid)";
        };
    }

    @Provide
    Arbitrary<Map<String, Object>> knowledge() {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (Map.Entry<String, List<Object>> entry : VALUES.entrySet()) {
            all = all.flatMap(known -> Arbitraries.of(entry.getValue()).optional(0.6).map(value -> {
                Map<String, Object> more = new HashMap<>(known);
                value.ifPresent(one -> more.put(entry.getKey(), one));
                return more;
            }));
        }
        return all;
    }

    @Property(tries = 2000)
    void answers_and_causes_agree_with_the_reference_runtime(
            @ForAll("conditions") String condition, @ForAll("knowledge") Map<String, Object> known) throws Exception {
        Object reference = reference(condition, known);
        Value ours = ours(condition, known);

        if (reference instanceof CelUnknownSet unknown) {
            assertThat(ours.isUnknown()).as(condition + " with " + known).isTrue();
            Set<String> named = new LinkedHashSet<>();
            unknown.attributes().forEach(attribute -> named.add(attribute.qualifiers().get(0).asString()));
            assertThat(named).as(condition + " with " + known).containsAll(causes(ours));
            assertThat(causes(ours)).isNotEmpty();
        } else {
            assertThat(ours.known()).as(condition + " with " + known).isEqualTo(reference);
        }
    }

    private Object reference(String condition, Map<String, Object> known) throws Exception {
        CelAbstractSyntaxTree ast = compiler.compile(condition).getAst();
        List<CelAttributePattern> unknown = new ArrayList<>();
        FACTS.keySet().stream().filter(name -> !known.containsKey(name)).forEach(name -> unknown.add(CelAttributePattern.create(name)));
        return runtime.createProgram(ast).eval(PartialVars.of(known, unknown.toArray(CelAttributePattern[]::new)));
    }

    private Value ours(String condition, Map<String, Object> known) throws InvalidCondition {
        String text = condition;
        for (Map.Entry<String, String> fact : FACTS.entrySet()) {
            text = text.replaceAll("\\b" + fact.getKey() + "\\b", fact.getValue());
        }
        Expr expr = reader.read(new Located.Scalar("test", 1, 1, text, text), Expressions.Type.BOOLEAN, "");
        List<Fact> facts = new ArrayList<>();
        known.forEach((name, value) -> facts.add(new Fact(FACTS.get(name), Claim.of(value(value)), List.of())));
        FactView view = new FactView(VOCABULARY, Facts.of(facts), null);
        return new Conditions(view, view, "test", LocalDate.EPOCH, ConditionsTests.NOWHERE).eval(expr);
    }

    private static FactValue value(Object value) {
        return switch (value) {
            case Boolean truth -> new FactValue.Truth(truth);
            case Double number -> FactValue.Amount.of(BigDecimal.valueOf(number));
            default -> new FactValue.Text((String) value);
        };
    }

    private static Set<String> causes(Value value) {
        Set<String> causes = new TreeSet<>();
        value.trace().causes().forEach(index -> FACTS.forEach((name, id) -> {
            if (VOCABULARY.facts().get(index).id().equals(id)) {
                causes.add(name);
            }
        }));
        return causes;
    }
}
