package eu.vitrine.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into located nodes, counted as they are read. */
final class LocatedJson {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_NUMBER = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("(?:Unexpected|Illegal) character \\((?:'.{1,2}' \\(|CTRL-CHAR, )code (\\d{1,7})", Pattern.DOTALL);

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
            throw new InvalidFile(new Problem(file, line, column, words(e)));
        }
    }

    /** What is wrong in our words; those of the parser are for programmers. */
    private static String words(JacksonException e) {
        String said = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return said.contains("nesting depth") ? "nested more than " + MAX_DEPTH + " deep"
                    : "a text here has more than " + MAX_TEXT + " characters, a key more than 50000, or a number more than " + MAX_NUMBER;
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "not well-formed JSON: the file ends before everything that it opens is closed";
        }
        Matcher twice = TWICE.matcher(said);
        if (twice.lookingAt()) {
            return "the key \"" + LocatedReader.shortened(twice.group(1)) + "\" stands here a second time; keep one of the two";
        }
        Matcher character = CHARACTER.matcher(said);
        return "not well-formed JSON: " + (character.lookingAt() ? "the character " + shown(Integer.parseInt(character.group(1))) + " does not belong here"
                : said.startsWith("Unexpected close") ? "a bracket here closes what was opened with another" : "what stands here is no value");
    }

    private static String shown(int character) {
        return character > ' ' && character < 0x7F ? "\"" + (char) character + "\"" : "U+%04X".formatted(character);
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
