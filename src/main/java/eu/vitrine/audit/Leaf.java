package eu.vitrine.audit;

import eu.vitrine.proof.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One link of the chain: the canonical bytes of an event and their hash. */
final class Leaf {

    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final String SALTED = "salted";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final byte[] canonical;

    private Leaf(byte[] canonical) {
        this.canonical = canonical;
    }

    /** @param words the reason of the entry, if it has one; only its hash goes into the event */
    static Leaf of(long seq, Instant at, AuditEntry entry, @Nullable Words words, String prevHash) {
        Map<String, @Nullable Object> event = new HashMap<>();
        event.put("seq", seq);
        event.put("at", at.toString());
        event.put("actor", Map.of("id", entry.actor().id(), "name", entry.actor().name()));
        event.put("action", entry.action());
        event.put("object", object(entry.object()));
        event.put("reason", words == null ? null : Map.of(SALTED, words.hash()));
        event.put("detail", entry.detail());
        event.put("prev", prevHash);
        return new Leaf(CanonicalJson.bytes(event));
    }

    static Leaf ofStored(byte[] canonical) {
        return new Leaf(canonical);
    }

    private static Map<String, @Nullable Object> object(AuditEntry.Subject subject) {
        Map<String, @Nullable Object> object = new HashMap<>();
        object.put("type", subject.type());
        object.put("id", subject.id());
        object.put("revision", subject.revision());
        return object;
    }

    byte[] canonical() {
        return canonical;
    }

    /** The leaf hash of RFC 6962 section 2.1: the zero byte keeps a leaf from passing as an inner node. */
    String hash() {
        MessageDigest sha256 = Sha256.digest();
        sha256.update((byte) 0);
        return HexFormat.of().formatHex(sha256.digest(canonical));
    }

    /** The hash of the words that belong to the event; empty where it has no reason, or is so old that the reason stands in it. */
    Optional<String> saltedReason() {
        return JSON.readTree(canonical).required("reason").path(SALTED).stringValueOpt();
    }

    /** Reads the event back from its bytes, as if its words were erased; fails if they are not an event. */
    AuditEvent event() {
        return event(null);
    }

    /**
     * Reads the event back from its bytes; fails if they are not an event.
     *
     * @param words its reason, or null if there is none or it was erased
     */
    AuditEvent event(@Nullable String words) {
        JsonNode json = JSON.readTree(canonical);
        JsonNode actor = json.required("actor");
        JsonNode object = json.required("object");
        JsonNode revision = object.required("revision");
        JsonNode reason = json.required("reason");
        return new AuditEvent(json.required("seq").longValue(), Instant.parse(json.required("at").stringValue()),
                new Actor(actor.required("id").stringValue(), actor.required("name").stringValue()),
                json.required("action").stringValue(),
                new AuditEntry.Subject(object.required("type").stringValue(), object.required("id").stringValue(),
                        revision.isNull() ? null : revision.longValue()),
                reason.isString() ? reason.stringValue() : words, reason.isObject() && words == null,
                new String(canonical, StandardCharsets.UTF_8), json.required("prev").stringValue(), hash());
    }
}
