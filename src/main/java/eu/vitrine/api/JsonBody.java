package eu.vitrine.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads the JSON object that a program sends: bounded, without duplicate members, no digit of a number lost. */
public final class JsonBody {

    private static final int MOST = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // a number or a truth where a text is described is a mistake of the program
            .withCoercionConfig(LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)).build();

    private JsonBody() {}

    /**
     * The JSON object of a request.
     *
     * @throws ErrorResponseException with 413 if it is larger than 4 MiB, with 400 if it is no JSON object
     */
    public static JsonNode of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST) {
            throw tooLarge();
        }
        return of(request.getInputStream().readNBytes(MOST + 1));
    }

    private static ErrorResponseException tooLarge() {
        return new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 4 MiB; nothing that can be sent here is."), null);
    }

    /** @throws ErrorResponseException with 413 if there are more than 4 MiB, with 400 if the bytes are no JSON object of text that can be kept */
    public static JsonNode of(byte[] bytes) {
        if (bytes.length > MOST) {
            throw tooLarge();
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                mustBeStorable(json, "");
                return json;
            }
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
            throw refused(new Fault("", "malformed", "The body is not well-formed JSON" + where + "."));
        }
        throw refused(new Fault("", "not-an-object", "The body must be a JSON object."));
    }

    /** Jackson itself stops at a nesting of 500, so the stack stays flat. */
    private static void mustBeStorable(JsonNode node, String pointer) {
        if (node.isString() && !Problems.isStorable(node.stringValue())) {
            throw refused(new Fault(pointer, "character", "The text has a control character or half of a surrogate pair; remove it."));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!Problems.isStorable(member.getKey())) {
                throw refused(new Fault(pointer, "character", "The name of a member has a control character or half of a surrogate pair; remove it."));
            }
            mustBeStorable(member.getValue(), pointer + pointer(member.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            mustBeStorable(node.get(i), pointer + "/" + i);
        }
    }

    /**
     * The JSON object as a record.
     *
     * @throws ErrorResponseException with 400 if the bytes are no JSON object, or have a member that the record has not or of another type
     */
    public static <T> T as(byte[] bytes, Class<T> type) {
        JsonNode object = of(bytes);
        try {
            return JSON.treeToValue(object, type);
        } catch (UnrecognizedPropertyException e) {
            throw refused(unknown(pointer(e), e.getPropertyName()));
        } catch (JacksonException e) {
            Class<?> target = switch (e) {
                case MismatchedInputException other -> other.getTargetType();
                case InputCoercionException tooLarge -> tooLarge.getTargetType();
                default -> null;
            };
            throw refused(new Fault(pointer(e), "wrong-value", "This is not what belongs here: " + wanted(target) + "."));
        }
    }

    /** In the words of JSON, because a reader who sent JSON knows no class of ours. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of another kind";
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return "one of " + Arrays.stream(boxed.getEnumConstants()).map(constant -> JSON.valueToTree(constant).asString()).collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(boxed)) {
            return "a list";
        }
        if (boxed == Integer.class || boxed == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (Temporal.class.isAssignableFrom(boxed)) {
            return "a date as 2026-08-02, or with a time as 2026-08-02T12:00:00Z";
        }
        if (boxed == UUID.class) {
            return "an identifier as 123e4567-e89b-12d3-a456-426614174000";
        }
        return boxed.isRecord() || Map.class.isAssignableFrom(boxed) ? "an object" : "a text";
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream().map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : pointer(step.getPropertyName())).collect(Collectors.joining());
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Fault unknown(String pointer, String name) {
        return new Fault(pointer, "unknown-member", "\"" + name + "\" is not known here; leave it out.");
    }

    /**
     * Refuses every member that is none of these.
     *
     * @throws ErrorResponseException with 400 that names them
     */
    public static void allow(JsonNode object, Set<String> members) {
        List<Fault> unknown = object.propertyNames().stream().filter(name -> !members.contains(name))
                .map(name -> unknown(pointer(name), name)).toList();
        if (!unknown.isEmpty()) {
            throw Fault.refused(HttpStatus.BAD_REQUEST, "The body has members that are not known; nothing was saved.", unknown);
        }
    }

    /** The bytes of a document, no digit of a number lost. */
    public static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsBytes(json);
    }

    private static ErrorResponseException refused(Fault fault) {
        return Fault.refused(HttpStatus.BAD_REQUEST, "The body cannot be read; nothing was saved.", List.of(fault));
    }
}
