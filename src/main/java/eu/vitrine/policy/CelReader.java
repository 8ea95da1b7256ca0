package eu.vitrine.policy;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads conditions written in CEL: parses and type-checks them with the standard library, then turns them into
 * {@link Expr}. Anything outside the subset that can be evaluated with three values is refused with its place.
 */
final class CelReader implements Expressions {

    private static final int MAX_CODE_POINTS = 4_000;
    private static final int MAX_DEPTH = 32;
    private static final Pattern SINGLE_EQUALS = Pattern.compile("token recognition error at: '=[^=]");
    private static final Pattern CANDIDATES = Pattern.compile(" \\(candidates: .*\\)$");

    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> decisions;
    private final CelTypes types;
    /** A compiler for each type and element; building one costs more than a condition. */
    private final Map<Wanted, CelCompiler> compilers = new HashMap<>();

    private record Wanted(Type type, String element) {}

    /**
     * A reader.
     *
     * @param law figures of the law by name
     * @param derived derived values with their types
     * @param decisions conditions and classifications with the values that each can have
     */
    CelReader(Vocabulary vocabulary, Map<String, LawDatum> law, Map<String, Type> derived,
            Map<String, Set<String>> decisions) {
        this.vocabulary = vocabulary;
        this.decisions = decisions;
        this.types = new CelTypes(vocabulary, dataTypes(law, false), dataTypes(law, true), derivedTypes(derived));
    }

    private static Map<String, CelType> dataTypes(Map<String, LawDatum> law, boolean ours) {
        Map<String, CelType> types = new LinkedHashMap<>();
        law.forEach((name, datum) -> {
            if (datum.isOurs() == ours) {
                types.put(ours ? name.substring(LawDatum.HOUSE.length()) : name, dataType(datum));
            }
        });
        return types;
    }

    private static CelType dataType(LawDatum datum) {
        return switch (datum.type()) {
            case NUMBER -> SimpleType.DOUBLE;
            case COUNT -> SimpleType.INT;
            case DATE -> SimpleType.TIMESTAMP;
            case TEXT -> SimpleType.STRING;
            case LIST -> ListType.create(SimpleType.STRING);
        };
    }

    private static Map<String, CelType> derivedTypes(Map<String, Type> derived) {
        Map<String, CelType> types = new LinkedHashMap<>();
        derived.forEach((name, type) -> types.put(name, celType(type)));
        return types;
    }

    @Override
    public Expr read(Located.Scalar text, Type type, String element) throws InvalidCondition {
        try {
            CelAbstractSyntaxTree ast = compiled(text, type, element);
            return new CelTranslation(vocabulary, decisions, ast, text, element).translate(ast.getExpr());
        } catch (CelValidationException e) {
            throw new InvalidCondition(e.getErrors().stream().map(issue -> problem(text, issue)).toList());
        }
    }

    /**
     * The checker declares all it knows anew for every condition, which costs more than the condition. So it is given what policies may use,
     * and the whole language only for saying what is wrong with a condition that needs more.
     */
    private CelAbstractSyntaxTree compiled(Located.Scalar text, Type type, String element) throws CelValidationException {
        CelValidationResult result = compilers.computeIfAbsent(new Wanted(type, element), wanted -> compiler(celType(type), element, USABLE)).compile(text.text(), text.file());
        return result.hasError() ? compiler(celType(type), element, WHOLE).compile(text.text(), text.file()).getAst() : result.getAst();
    }

    static CelType celType(Type type) {
        return switch (type) {
            case BOOLEAN -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case DATE -> SimpleType.TIMESTAMP;
            case TEXT -> SimpleType.STRING;
        };
    }

    private static Problem problem(Located.Scalar text, CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        boolean block = text.text().indexOf('\n') >= 0;
        return new Problem(text.file(), text.line() + line - 1 + (block ? 1 : 0), (block ? 1 : text.column()) + column,
                words(issue.getMessage()) + " in \"" + text.text().strip() + "\"");
    }

    /** The complaint of the library, shortened to what an author can use. */
    private static String words(String message) {
        String line = message.lines().findFirst().orElse("not a valid condition");
        return SINGLE_EQUALS.matcher(line).lookingAt() ? "a single = compares nothing; write ==" : CANDIDATES.matcher(line).replaceAll("");
    }

    private CelCompiler compiler(CelType result, String element, CelStandardDeclarations language) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(language)
                .setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.ALL, CelStandardMacro.EXISTS)
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_CODE_POINTS)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .enableHeterogeneousNumericComparisons(false)
                        .build())
                .setTypeProvider(types)
                .setResultType(result)
                .addVar("law", types.struct("law"))
                .addVar("house", types.struct("house"))
                .addVar("derived", types.struct("derived"))
                .addVar("lifecycle", types.struct("model"))
                .addVar("is", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("asOf", SimpleType.TIMESTAMP)
                .addVar("slug", SimpleType.STRING)
                .addFunctionDeclarations(FUNCTIONS);
        for (Kind kind : Kind.values()) {
            if (types.has(kind.code())) {
                builder.addVar(kind.code(), types.struct(kind.code()));
            }
        }
        if (!element.isEmpty()) {
            builder.addVar(element, SimpleType.STRING);
        }
        return builder.build();
    }

    private static final Set<StandardFunction> USED = EnumSet.of(StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR, StandardFunction.LOGICAL_NOT, StandardFunction.NOT_STRICTLY_FALSE, StandardFunction.CONDITIONAL, StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS, StandardFunction.LESS, StandardFunction.LESS_EQUALS, StandardFunction.GREATER, StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD, StandardFunction.SUBTRACT, StandardFunction.MULTIPLY, StandardFunction.NEGATE, StandardFunction.IN, StandardFunction.INDEX,
            StandardFunction.SIZE, StandardFunction.DOUBLE, StandardFunction.MATCHES, StandardFunction.CONTAINS, StandardFunction.STARTS_WITH);
    private static final Set<CelKind> TYPES = EnumSet.of(CelKind.BOOL, CelKind.INT, CelKind.DOUBLE, CelKind.STRING, CelKind.TIMESTAMP, CelKind.LIST, CelKind.MAP, CelKind.TYPE_PARAM);

    private static final CelStandardDeclarations WHOLE = CelStandardDeclarations.newBuilder().build();

    /** The functions that {@link CelTranslation} takes and what the macros expand to, of the types that facts and figures have. */
    private static final CelStandardDeclarations USABLE = CelStandardDeclarations.newBuilder().filterFunctions((function, overload) ->
            USED.contains(function) && overload.celOverloadDecl().parameterTypes().stream().allMatch(type -> TYPES.contains(type.kind()))).build();

    private static final List<CelFunctionDecl> FUNCTIONS = List.of(
            function("state", SimpleType.STRING, SimpleType.DYN),
            function("known", SimpleType.BOOL, SimpleType.DYN),
            function("conflict", SimpleType.BOOL, SimpleType.DYN),
            function("age", SimpleType.INT, SimpleType.DYN),
            function("sourced", SimpleType.BOOL, SimpleType.DYN, ListType.create(SimpleType.STRING)),
            function("currency", SimpleType.STRING, SimpleType.DYN),
            function("second", SimpleType.DOUBLE, SimpleType.DOUBLE),
            function("statesInterval", SimpleType.BOOL, SimpleType.DOUBLE),
            function("point", SimpleType.DOUBLE, SimpleType.DOUBLE),
            function("widen", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE),
            function("atLeast", SimpleType.DOUBLE, SimpleType.DOUBLE),
            function("certain", SimpleType.BOOL, SimpleType.BOOL),
            function("firm", TypeParamType.create("T"), TypeParamType.create("T")),
            function("agreed", TypeParamType.create("T"), TypeParamType.create("T")),
            function("later", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP),
            function("plusDays", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT),
            function("plusMonths", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT));

    /** The names of the functions that conditions may call besides those of the language itself. */
    static List<String> functions() {
        return FUNCTIONS.stream().map(CelFunctionDecl::name).toList();
    }

    private static CelFunctionDecl function(String name, CelType result, CelType... args) {
        return CelFunctionDecl.newFunctionDeclaration(name, CelOverloadDecl.newGlobalOverload(name + "_fact", result, args));
    }
}
