package eu.vitrine.policy;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes the keys of JSON documents as all JSON here is written: one key a line, two spaces deeper each level, null where nothing is said. */
final class JsonKeys {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonKeys(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one document in UTF-8, ends its last line, and leaves the stream open. */
    static void document(OutputStream out, Consumer<JsonKeys> content) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }

            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
        JsonGenerator generator = FACTORY.createGenerator(context, out);
        content.accept(new JsonKeys(generator));
        generator.writeRaw('\n');
        generator.flush();
    }

    /** An object where a value is due: the document itself, or an element of an array. */
    void object(Runnable keys) {
        json.writeStartObject();
        keys.run();
        json.writeEndObject();
    }

    /** An array where a value is due. */
    void array(Runnable elements) {
        json.writeStartArray();
        elements.run();
        json.writeEndArray();
    }

    void object(String name, Runnable keys) {
        json.writeName(name);
        object(keys);
    }

    void array(String name, Runnable elements) {
        json.writeName(name);
        array(elements);
    }

    /** An array with one object for each item. */
    <T> void objects(String name, List<T> items, Consumer<T> keys) {
        array(name, () -> items.forEach(item -> object(() -> keys.accept(item))));
    }

    /** An object with one object for each entry, under its key. */
    <T> void objects(String name, Map<String, T> entries, Consumer<T> keys) {
        object(name, () -> entries.forEach((key, value) -> object(key, () -> keys.accept(value))));
    }

    void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    void texts(String name, List<String> values) {
        array(name, () -> values.forEach(json::writeString));
    }

    void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    void date(String name, @Nullable LocalDate value) {
        text(name, value == null ? null : value.toString());
    }

    void number(String name, @Nullable Integer value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    void truth(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    void nothing(String name) {
        text(name, null);
    }
}
