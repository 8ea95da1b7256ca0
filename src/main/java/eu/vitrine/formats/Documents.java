package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Takes a file of several documents apart, each with the lines that stand before it. */
final class Documents {

    private static final Pattern LIST = Pattern.compile("\\s*\\[");
    private static final Pattern MARK = Pattern.compile("(?m)^---[ \\t]*\\r?$\\n?");
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(100).maxStringLength(1_000_000).maxNumberLength(100).build()).build();

    private Documents() {}

    /** @param linesBefore how many lines of the file stand before the first of the document */
    record Document(Source source, int linesBefore) {}

    /**
     * @return at least one document; the file itself where it holds one
     * @throws InvalidFile when it is a JSON list and not well-formed
     */
    static List<Document> of(Source file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (LIST.matcher(text).lookingAt()) {
            return list(file.name(), text);
        }
        List<Document> documents = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int start = 0;
        int lines = 0;
        while (mark.find()) {
            String before = text.substring(start, mark.start());
            add(documents, file.name(), before, lines);
            lines += newLines(text.substring(start, mark.end()));
            start = mark.end();
        }
        if (start == 0) {
            return List.of(new Document(file, 0));
        }
        add(documents, file.name(), text.substring(start), lines);
        return documents.isEmpty() ? List.of(new Document(file, 0)) : documents;
    }

    private static void add(List<Document> documents, String name, String text, int lines) {
        boolean says = text.lines().anyMatch(line -> !line.isBlank() && !line.stripLeading().startsWith("#"));
        if (says) {
            documents.add(new Document(new Source(name, text.getBytes(StandardCharsets.UTF_8)), lines));
        }
    }

    private static int newLines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static List<Document> list(String name, String text) {
        List<Document> documents = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                int line = parser.currentTokenLocation().getLineNr();
                if (token == null) {
                    throw new InvalidFile(new Problem(name, line, 0, "the list does not end"));
                }
                parser.skipChildren();
                String element = text.substring(start, (int) parser.currentLocation().getCharOffset());
                documents.add(new Document(new Source(name, element.getBytes(StandardCharsets.UTF_8)), line - 1));
            }
            if (documents.isEmpty()) {
                throw new InvalidFile(new Problem(name, 0, 0, "the list holds no record"));
            }
            return documents;
        } catch (StreamConstraintsException e) {
            throw new InvalidFile(new Problem(name, e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()), 0,
                    "nested more than 100 deep, or a text of more than 1000000 characters or a number of more than 100"));
        } catch (JacksonException e) {
            throw new InvalidFile(new Problem(name, e.getLocation() == null ? 0 : e.getLocation().getLineNr(), 0, "not well-formed JSON"));
        }
    }
}
