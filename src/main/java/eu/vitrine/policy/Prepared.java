package eu.vitrine.policy;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Expressions that were checked when the product was built. They are used only for the very files they were made from,
 * which a digest over all of them proves; anything else is compiled.
 */
final class Prepared implements Expressions {

    private final Map<String, Expr> expressions;
    private final Digests digests;

    private Prepared(Map<String, Expr> expressions, Digests digests) {
        this.expressions = expressions;
        this.digests = digests;
    }

    /** The digests of the set that the expressions were prepared for. */
    Digests digests() {
        return digests;
    }

    /** The prepared expressions in this document when they were made from these files; null otherwise. */
    static @Nullable Prepared of(JsonNode document, Map<String, String> files) {
        if (!document.path("digest").asString("").equals(digest(files))) {
            return null;
        }
        Map<String, Expr> expressions = new HashMap<>();
        document.path("expressions").properties().forEach(entry -> expressions.put(entry.getKey(), ExprJson.read(entry.getValue())));
        return new Prepared(expressions, new Digests(document.path("rulesDigest").stringValue(), document.path("textDigest").stringValue()));
    }

    /**
     * The prepared expressions for the set below an organisation's overlay, which compiles what it adds; null where an
     * overlay declares facts, because then every fact has another place in the vocabulary.
     */
    static @Nullable Prepared below(JsonNode document, Map<String, String> files) {
        Map<String, String> shipped = new TreeMap<>(files);
        shipped.keySet().removeIf(Overlay::isOverlaid);
        boolean declares = files.keySet().stream().anyMatch(name -> name.startsWith(Overlay.FOLDER + "vocabulary/"));
        return declares ? null : of(document, shipped);
    }

    /** The expression, or null when it was not prepared. */
    @Nullable Expr find(Located.Scalar text, Type type, String element) {
        return expressions.get(key(text, type, element));
    }

    @Override
    public Expr read(Located.Scalar text, Type type, String element) throws InvalidCondition {
        Expr expr = find(text, type, element);
        if (expr == null) {
            throw new InvalidCondition(text.problem("the prepared rules lack \"" + text.text() + "\"; build the product again"));
        }
        return expr;
    }

    static String key(Located.Scalar text, Type type, String element) {
        return type + "|" + element + "|" + text.text();
    }

    static String digest(Map<String, String> files) {
        MessageDigest digest = Sha256.digest();
        new TreeMap<>(Digests.ofSet(files)).forEach((name, text) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
