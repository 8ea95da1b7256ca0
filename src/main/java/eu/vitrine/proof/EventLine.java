package eu.vitrine.proof;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a verifier reads of an event; everything else is hashed and not looked at.
 *
 * @param seq 1 for the first
 * @param prev leaf hash of the event before, in hexadecimal digits
 */
record EventLine(long seq, Instant at, String action, String prev) {

    private static final JsonFactory JSON = new JsonFactory();

    /** @throws Malformed if the bytes are not an event */
    static EventLine of(byte[] canonical) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), canonical)) {
            long seq = 0;
            String at = "";
            String action = "";
            String prev = "";
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "seq" -> seq = json.getLongValue();
                    case "at" -> at = json.getString();
                    case "action" -> action = json.getString();
                    case "prev" -> prev = json.getString();
                    default -> {
                        if (value.isStructStart()) {
                            json.skipChildren();
                        }
                    }
                }
            }
            if (json.nextToken() != null) {
                throw unreadable();
            }
            return new EventLine(seq, Instant.parse(at), action, prev);
        } catch (JacksonException | DateTimeException e) {
            throw unreadable();
        }
    }

    private static Malformed unreadable() {
        return new Malformed("cannot be read");
    }
}
