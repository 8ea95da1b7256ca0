package eu.vitrine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One link of the chain: the canonical bytes of an event and their hash. */
final class Leaf {

    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final byte[] canonical;

    private Leaf(byte[] canonical) {
        this.canonical = canonical;
    }

    static Leaf of(long seq, Instant at, AuditEntry entry, String prevHash) {
        Map<String, @Nullable Object> event = new HashMap<>();
        event.put("seq", seq);
        event.put("at", at.toString());
        event.put("actor", Map.of("id", entry.actor().id(), "name", entry.actor().name()));
        event.put("action", entry.action());
        event.put("object", object(entry.object()));
        event.put("reason", entry.reason());
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

    /** Reads the event back from its bytes; fails if they are not an event. */
    AuditEvent event() {
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
                reason.isNull() ? null : reason.stringValue(),
                new String(canonical, StandardCharsets.UTF_8), json.required("prev").stringValue(), hash());
    }
}
