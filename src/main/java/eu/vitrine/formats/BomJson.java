package eu.vitrine.formats;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import java.util.regex.Pattern;

/** Reads the JSON of bills of materials: nothing else, not too deep, not too many nodes, every key once. */
final class BomJson {

    private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"}]");
    /** Small nodes cost many times their bytes in memory; four megabytes of commas must not. */
    private static final int MOST_NODES = 300_000;

    private BomJson() {}

    /**
     * The document.
     *
     * @throws InvalidFile when it is not one well-formed JSON object within the limits
     */
    static BomNode read(PlainFile file) {
        if (!OBJECT.matcher(file.text()).lookingAt()) {
            throw new InvalidFile(new Problem(file.name(), 1, 0, "the file is neither a JSON object nor XML"));
        }
        count(file);
        return new BomNode(LocatedReader.read(file.text(), file.name()), "");
    }

    private static void count(PlainFile file) {
        int nodes = 0;
        int line = 1;
        boolean quoted = false;
        for (int i = 0; i < file.text().length(); i++) {
            char character = file.text().charAt(i);
            if (character == '\n') {
                line++;
            } else if (quoted && character == '\\') {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == ',' || character == '{' || character == '[') && ++nodes > MOST_NODES) {
                throw new InvalidFile(new Problem(file.name(), line, 0, "the file has more than " + MOST_NODES + " entries"));
            }
        }
    }
}
