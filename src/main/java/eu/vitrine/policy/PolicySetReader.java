package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy set from its files and checks it whole: undeclared facts, type errors, unknown keys, duplicate ids, cycles
 * and misspelt choices are refused, each with file, line and column, all together.
 */
public final class PolicySetReader {

    private PolicySetReader() {}

    /**
     * Reads a set, compiling every condition from its text.
     *
     * @param files content by path below the policies folder, for example {@code vocabulary/model-training.yaml}
     * @throws InvalidFile with every problem found
     */
    public static PolicySet read(Map<String, String> files) {
        return read(files, () -> Digests.of(files),
                (vocabulary, law, headers, problems) -> compiler(files, vocabulary, law, headers, problems));
    }

    /** Compiles conditions, after those of the vocabulary have been checked. */
    static CelReader compiler(Map<String, String> files, Vocabulary vocabulary, Map<String, LawDatum> law, PolicyHeaders headers,
            List<Problem> problems) {
        CelReader reader = new CelReader(vocabulary, law, headers.derivedTypes(), headers.decisionValues());
        VocabularyConditions.check(files, reader, problems);
        return reader;
    }

    /** The same with expressions prepared for these very files; null compiles them. */
    static PolicySet read(Map<String, String> files, @Nullable Prepared prepared) {
        return prepared == null ? read(files) : read(files, prepared::digests, (vocabulary, law, headers, problems) -> prepared);
    }

    /** The same for a set with an overlay: what was prepared for the set below it, and the rest compiled. */
    static PolicySet readOver(Map<String, String> files, Prepared below) {
        return read(files, () -> Digests.of(files), (vocabulary, law, headers, problems) -> {
            CelReader compiler = new CelReader(vocabulary, law, headers.derivedTypes(), headers.decisionValues());
            return (text, type, element) -> {
                Expr prepared = below.find(text, type, element);
                return prepared == null ? compiler.read(text, type, element) : prepared;
            };
        });
    }

    /** Where expressions come from once the names they may use are known. */
    interface ExpressionSource {
        Expressions of(Vocabulary vocabulary, Map<String, LawDatum> law, PolicyHeaders headers, List<Problem> problems);
    }

    static PolicySet read(Map<String, String> files, Supplier<Digests> digester, ExpressionSource source) {
        Map<String, String> sorted = new TreeMap<>(files);
        List<Problem> problems = new ArrayList<>();
        Vocabulary vocabulary = vocabulary(sorted, problems);
        Overlay overlay = new Overlay(sorted, problems);
        PolicyFiles parsed = parse(sorted, problems);
        stopAt(problems);
        LawFile law = new LawFile(parsed.law(), parsed.house(), problems);
        PolicyHeaders headers = new PolicyHeaders(parsed, problems);
        if (!law.isComplete() || !headers.isComplete()) {
            // names are missing, and complaints about whoever uses them would bury those that matter
            stopAt(problems);
        }
        PolicyBodies bodies = new PolicyBodies(
                vocabulary, law.data(), headers, source.of(vocabulary, law.data(), headers, problems), problems);
        bodies.readAll();
        Cycles.check(bodies.decisionsWithPlaces(), bodies.assumptions(), problems);
        Rules rules = bodies.rules(overlay.houseRules());
        overlay.check(ids(headers.policies().stream().filter(policy -> policy.role() == Policy.Role.HOUSE_RULE).map(Policy::id)),
                ids(bodies.assumptions().stream().map(rule -> rule.assumption().id())));
        stopAt(problems);
        Digests digests = digester.get();
        PolicySet.Identity identity = new PolicySet.Identity(
                law.version(), law.lawVersion(), digests.ofRules(), digests.ofTexts());
        return new PolicySet(identity, vocabulary, law.data(), headers.policies(), bodies.decisions(), bodies.duties(),
                rules, bodies.assumptions(), overlay.assumptionsOff());
    }

    private static Vocabulary vocabulary(Map<String, String> files, List<Problem> problems) {
        try {
            return VocabularyReader.read(Overlay.below(files, "vocabulary/"));
        } catch (InvalidFile e) {
            problems.addAll(e.problems());
            return VocabularyReader.read(Map.of());
        }
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toUnmodifiableSet());
    }

    /** The files of a set by what they hold. */
    record PolicyFiles(List<Form> law, List<Form> house, List<Form> policies, List<Form> derivations, List<Form> assumptions) {}

    private static PolicyFiles parse(Map<String, String> files, List<Problem> problems) {
        Function<String, List<Form>> in = prefix -> {
            List<Form> forms = new ArrayList<>();
            Overlay.below(files, prefix).forEach((name, text) -> {
                try {
                    forms.add(new Form(LocatedReader.read(text, name), problems));
                } catch (InvalidFile e) {
                    problems.addAll(e.problems());
                }
            });
            return forms;
        };
        List<Form> policies = in.apply("");
        policies.sort(Comparator.comparingInt(form -> form.has("order") ? form.integer("order", 0) : 0));
        return new PolicyFiles(in.apply("law/"), in.apply("house/"), policies, in.apply("derivations/"), in.apply("assumptions/"));
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
    }
}
