package eu.vitrine.policy;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Run by the build: checks the policies and bundles them with their checked expressions. A broken set breaks the build. */
final class PreparePolicies {

    private PreparePolicies() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> files = PolicyFolder.files(Path.of(args[0]));
        Map<String, Expr> expressions = new TreeMap<>();
        try {
            PolicySetReader.read(files, () -> Digests.of(files), (vocabulary, law, headers, problems) -> {
                CelReader reader = PolicySetReader.compiler(files, vocabulary, law, headers, problems);
                return (text, type, element) -> remembered(expressions, text, type, element, reader);
            });
        } catch (InvalidFile e) {
            e.problems().forEach(problem -> System.err.println(args[0] + "/" + problem));
            System.exit(1);
        }
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode bundle = mapper.createObjectNode();
        Digests digests = Digests.of(files);
        bundle.put("digest", Prepared.digest(files));
        bundle.put("rulesDigest", digests.ofRules());
        bundle.put("textDigest", digests.ofTexts());
        ObjectNode texts = bundle.putObject("files");
        files.forEach(texts::put);
        ObjectNode checked = bundle.putObject("expressions");
        expressions.forEach((key, expr) -> checked.set(key, ExprJson.write(expr)));
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        Files.write(target, mapper.writeValueAsBytes(bundle));
    }

    private static Expr remembered(Map<String, Expr> expressions, Located.Scalar text, Expressions.Type type, String element,
            CelReader reader) throws InvalidCondition {
        Expr expr = reader.read(text, type, element);
        expressions.put(Prepared.key(text, type, element), expr);
        return expr;
    }
}
