package eu.vitrine.policy;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Keys with their values as all JSON of this package is written: every key is there, null where nothing is said. */
record JsonKeys(JsonGenerator json) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A generator that writes as all JSON here is written: one key a line, two spaces deeper each level. */
    static JsonGenerator generator(OutputStream out) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }

            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
        return FACTORY.createGenerator(context, out);
    }

    /** The name of a constant, or null. */
    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
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

    void texts(String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
