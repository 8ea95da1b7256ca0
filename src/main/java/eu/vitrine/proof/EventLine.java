package eu.vitrine.proof;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a verifier reads of an event; everything else is hashed and not looked at.
 *
 * @param seq 1 for the first
 * @param object identity of what the act was done to
 * @param prev leaf hash of the event before, in hexadecimal digits
 * @param words hash of the reason, which stands beside the event; null where there is none, or where it stands in the event
 */
record EventLine(long seq, Instant at, String action, String object, String prev, @Nullable String words) {

    private static final JsonFactory JSON = new JsonFactory();

    /** @throws Malformed if the bytes are not an event */
    static EventLine of(byte[] canonical) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), canonical)) {
            long seq = 0;
            String at = "";
            String action = "";
            String object = "";
            String prev = "";
            String words = null;
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
                    case "object" -> object = String.valueOf(member(json, "id"));
                    case "reason" -> words = member(json, "salted");
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
            return new EventLine(seq, Instant.parse(at), action, object, prev, words);
        } catch (JacksonException | DateTimeException e) {
            throw unreadable();
        }
    }

    /** The text of a member of the object that begins here, if an object does. */
    private static @Nullable String member(JsonParser json, String name) {
        String found = null;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean sought = json.currentName().equals(name);
                JsonToken value = json.nextToken();
                if (sought && value == JsonToken.VALUE_STRING) {
                    found = json.getString();
                } else if (value.isStructStart()) {
                    json.skipChildren();
                }
            }
        } else if (json.currentToken().isStructStart()) {
            json.skipChildren();
        }
        return found;
    }

    private static Malformed unreadable() {
        return new Malformed("cannot be read");
    }
}
