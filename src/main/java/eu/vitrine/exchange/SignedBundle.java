package eu.vitrine.exchange;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bundle with the signature of its issuer: a JSON file {@code {"format", "bundle", "signature"}}. Signed with Ed25519 (RFC 8032)
 * are the format's name, a line break and the canonical bytes (RFC 8785) of {@code bundle}, so that no other signature of the
 * same key can be passed off as one of a bundle.
 *
 * @param bundle what it brings
 * @param key the key it says it was signed with, in SubjectPublicKeyInfo
 * @param intact whether the signature is one of that key over exactly this bundle; whether the key is trusted is for the reader to say
 */
public record SignedBundle(Bundle bundle, byte[] key, boolean intact) {

    static final String FORMAT = "vitrine-bundle/1";
    private static final String ALGORITHM = "Ed25519";
    private static final int MOST_BYTES = 3 * Bundle.MOST_BYTES;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(10).maxNumberLength(20)
                    .maxStringLength(Bundle.MOST_BYTES).maxDocumentLength(MOST_BYTES).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();

    /** SHA-256 of the key, by which people tell keys apart. */
    public String fingerprint() {
        return Sha256.of(key);
    }

    /** The fingerprint of a public key in SubjectPublicKeyInfo. */
    public static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    /**
     * Signs a bundle.
     *
     * @param with a private key of Ed25519
     * @param publicKey the public key that belongs to it
     * @throws InvalidKeyException if a key is not one of Ed25519
     */
    public static byte[] sign(Bundle bundle, PrivateKey with, PublicKey publicKey) throws InvalidKeyException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(with);
            signature.update(signed(bundle.tree()));
            Map<String, Object> proof = new LinkedHashMap<>();
            proof.put("algorithm", ALGORITHM);
            proof.put("key", Base64.getEncoder().encodeToString(publicKey.getEncoded()));
            proof.put("value", Base64.getEncoder().encodeToString(signature.sign()));
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("format", FORMAT);
            file.put("bundle", bundle.tree());
            file.put("signature", proof);
            return CanonicalJson.of(file);
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 signs with Ed25519", e);
        }
    }

    private static byte[] signed(Object tree) {
        byte[] canonical = CanonicalJson.of(tree);
        byte[] prefix = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(prefix.length + canonical.length).put(prefix).put(canonical).array();
    }

    /**
     * Reads a bundle and checks its signature.
     *
     * @throws InvalidFile if this is no bundle, or one that breaks the limits
     */
    public static SignedBundle open(Source file) {
        if (file.bytes().length > MOST_BYTES) {
            throw refused(file, "the file is larger than a bundle can be");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes()));
            JsonNode root = JSON.readTree(file.bytes());
            keys(file, root, "the file", Set.of("format", "bundle", "signature"));
            if (!FORMAT.equals(text(file, root, "format"))) {
                throw refused(file, "\"format\" must be \"" + FORMAT + "\"; this release reads no other");
            }
            JsonNode proof = root.get("signature");
            keys(file, proof, "\"signature\"", Set.of("algorithm", "key", "value"));
            if (!ALGORITHM.equals(text(file, proof, "algorithm"))) {
                throw refused(file, "\"algorithm\" must be \"" + ALGORITHM + "\"");
            }
            Bundle bundle = bundle(file, root.get("bundle"));
            byte[] key = base64(file, proof, "key");
            return new SignedBundle(bundle, key, isBy(key, bundle, base64(file, proof, "value"), file));
        } catch (CharacterCodingException e) {
            throw refused(file, "the file is not UTF-8");
        } catch (JacksonException e) {
            throw refused(file, "the file is no bundle: not well-formed JSON, or beyond its limits");
        }
    }

    private static boolean isBy(byte[] key, Bundle bundle, byte[] value, Source file) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)));
            signature.update(signed(bundle.tree()));
            return signature.verify(value);
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            throw refused(file, "\"key\" is no public key of " + ALGORITHM);
        } catch (SignatureException e) {
            return false; // of another length, or no point of the curve: not a signature of this key
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 verifies Ed25519", e);
        }
    }

    private static Bundle bundle(Source file, @Nullable JsonNode node) {
        keys(file, node, "\"bundle\"", Set.of("content", "issuer", "issued", "files"));
        String code = text(file, node, "content");
        Bundle.Content content = Arrays.stream(Bundle.Content.values()).filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> refused(file, "\"content\" must be \"catalogue\" or \"law\", not \"" + code + "\""));
        List<Source> files = new ArrayList<>();
        for (JsonNode entry : node.get("files")) {
            keys(file, entry, "a file", Set.of("path", "text"));
            files.add(new Source(text(file, entry, "path"), text(file, entry, "text").getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return new Bundle(content, text(file, node, "issuer"), LocalDate.parse(text(file, node, "issued")), files);
        } catch (DateTimeException e) {
            throw refused(file, "\"issued\" must be a day such as 2026-11-25");
        } catch (IllegalArgumentException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
    }

    private static void keys(Source file, @Nullable JsonNode node, String what, Set<String> keys) {
        if (node == null || !node.isObject() || !Set.copyOf(node.propertyNames()).equals(keys)) {
            throw refused(file, what + " must have exactly " + String.join(", ", keys.stream().sorted().toList()));
        }
    }

    private static String text(Source file, JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isString()) {
            throw refused(file, "\"" + key + "\" must be a text");
        }
        return value.stringValue();
    }

    private static byte[] base64(Source file, JsonNode node, String key) {
        String text = text(file, node, key);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) { // one spelling only, so that no character can be changed unnoticed
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw refused(file, "\"" + key + "\" must be base64: " + e.getMessage());
        }
        throw refused(file, "\"" + key + "\" must be base64 in its one canonical spelling");
    }

    private static InvalidFile refused(Source file, String why) {
        return new InvalidFile(new Problem(file.name(), 0, 0, why));
    }
}
