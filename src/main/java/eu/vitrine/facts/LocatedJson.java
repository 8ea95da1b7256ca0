package eu.vitrine.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into located nodes, counted as they are read. */
final class LocatedJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What the parser adds for programmers and nobody else can read. */
    private static final Pattern INNARDS = Pattern.compile(" \\(start marker at .*\\)$", Pattern.DOTALL);

    private final String file;
    private final JsonParser parser;
    private int nodes;

    private LocatedJson(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Located read(String text, String file) {
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            LocatedJson json = new LocatedJson(file, parser);
            Located root = json.value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new InvalidFile(new Problem(file, json.line(), json.column(), "there is more after the end of the JSON document"));
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            int column = at == null ? 1 : Math.max(1, at.getColumnNr());
            throw new InvalidFile(new Problem(file, line, column, "not well-formed JSON: " + INNARDS.matcher(e.getOriginalMessage()).replaceAll("")));
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private void count(int line, int column) {
        if (++nodes > LocatedReader.MAX_NODES) {
            throw LocatedReader.tooManyNodes(file, line, column);
        }
    }

    private Located value(JsonToken token) {
        int line = line();
        int column = column();
        count(line, column);
        return switch (token) {
            case START_OBJECT -> object(line, column);
            case START_ARRAY -> array(line, column);
            case VALUE_STRING -> new Located.Scalar(file, line, column, parser.getString(), parser.getString());
            case VALUE_TRUE -> new Located.Scalar(file, line, column, Boolean.TRUE, "true");
            case VALUE_FALSE -> new Located.Scalar(file, line, column, Boolean.FALSE, "false");
            case VALUE_NULL -> new Located.Scalar(file, line, column, null, "null");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String text = parser.getString();
                yield new Located.Scalar(file, line, column, LocatedReader.number(file, line, column, text), text);
            }
            default -> throw new InvalidFile(new Problem(file, line, column, "not well-formed JSON"));
        };
    }

    private Located object(int line, int column) {
        Map<String, Located> entries = new LinkedHashMap<>();
        Map<String, Located.Scalar> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            count(line, column);
            String name = parser.currentName();
            keys.put(name, new Located.Scalar(file, line(), column(), name, name));
            entries.put(name, value(parser.nextToken()));
        }
        return new Located.Mapping(file, line, column, entries, keys);
    }

    private Located array(int line, int column) {
        List<Located> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Located.Sequence(file, line, column, items);
    }
}
