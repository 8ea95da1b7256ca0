package eu.vitrine.facts;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML by the 1.2 core schema (booleans are {@code true} and {@code false} only, there are no implicit dates,
 * {@code NO} is Norway) and JSON alike. Duplicate keys, tags and cycles are refused; size, depth and aliases are bounded.
 */
public final class LocatedReader {

    private static final int MAX_CODE_POINTS = 3 * 1024 * 1024;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NUMBER_LENGTH = 100;
    /** Aliases repeat what they name, so nodes are counted as they are read and not as they are written. */
    private static final int MAX_NODES = 300_000;
    private static final Set<Tag> PLAIN_TAGS = Set.of(Tag.STR, Tag.MAP, Tag.SEQ);
    /** JSON begins so; a YAML flow mapping with bare keys does not. */
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[)");
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** Beyond this exponent a number is a mistake, and writing it out would exhaust the memory. */
    private static final int MAX_EXPONENT = 400;

    private final String file;
    private final Set<Node> open = new HashSet<>();
    private int nodes;

    private LocatedReader(String file) {
        this.file = file;
    }

    /**
     * Reads one document.
     *
     * @param text the content of the file
     * @param file the name to use in complaints
     * @throws InvalidFile when it is not one well-formed document
     */
    public static Located read(String text, String file) {
        LocatedReader reader = new LocatedReader(file);
        if (JSON.matcher(text).lookingAt()) {
            return LocatedJson.read(text, file);
        }
        if (text.length() > MAX_CODE_POINTS && text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw new InvalidFile(new Problem(file, 1, 1, "the file is too long; at most " + MAX_CODE_POINTS + " characters are read"));
        }
        try {
            Node root = new Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(limits()),
                            new org.yaml.snakeyaml.representer.Representer(new org.yaml.snakeyaml.DumperOptions()),
                            new org.yaml.snakeyaml.DumperOptions(), limits(), new PlainResolver())
                    .compose(new StringReader(text));
            if (root == null) {
                throw new InvalidFile(new Problem(file, 0, 0, "the file is empty"));
            }
            return reader.convert(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            int column = mark == null ? 0 : mark.getColumn() + 1;
            throw new InvalidFile(new Problem(file, line, column, "not well-formed YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
            throw new InvalidFile(new Problem(file, line, 0,
                    "the character U+%04X may not stand in a YAML file".formatted(e.getCodePoint())));
        } catch (NumberFormatException e) {
            // SnakeYAML lets this through where a file ends in the middle of an escape
            int last = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new InvalidFile(new Problem(file, last, 0, "not well-formed YAML: the file ends within an escape such as \\u0041"));
        } catch (IllegalArgumentException e) {
            // SnakeYAML lets this through where a tag holds an escape that is none
            throw new InvalidFile(new Problem(file, 0, 0, "not well-formed YAML: a tag that cannot be read; files have no tags"));
        } catch (YAMLException e) {
            throw new InvalidFile(nestedTooDeeply(text, file)
                    .orElseGet(() -> new Problem(file, 0, 0, "not well-formed YAML: " + firstLine(e.getMessage()))));
        }
    }

    /** SnakeYAML keeps to the limit and does not say where it was passed. */
    private static Optional<Problem> nestedTooDeeply(String text, String file) {
        int depth = 0;
        try {
            for (Event event : new Yaml(limits()).parse(new StringReader(text))) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > MAX_DEPTH) {
                    Mark mark = event.getStartMark();
                    return Optional.of(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, "nested more than " + MAX_DEPTH + " deep"));
                }
            }
            return Optional.empty();
        } catch (YAMLException e) {
            return Optional.empty(); // it is not well-formed either, which the caller says with what is wrong
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CODE_POINTS);
        return options;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    private Located convert(Node node) {
        int line = node.getStartMark().getLine() + 1;
        int column = node.getStartMark().getColumn() + 1;
        if (++nodes > MAX_NODES) {
            throw new InvalidFile(new Problem(file, line, column, "the file has too many entries; write out less with aliases"));
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            throw new InvalidFile(new Problem(
                    file, line, column, "the tag \"" + shortened(node.getTag().getValue()) + "\" is refused; leave tags out"));
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, line, column);
        }
        if (!open.add(node)) {
            throw new InvalidFile(new Problem(file, line, column, "an anchor refers to itself"));
        }
        Located converted = switch (node) {
            case MappingNode mapping -> mapping(mapping, line, column);
            case SequenceNode sequence -> new Located.Sequence(
                    file, line, column, sequence.getValue().stream().map(this::convert).toList());
            default -> throw new InvalidFile(new Problem(file, line, column, "this kind of YAML node is not understood"));
        };
        open.remove(node);
        return converted;
    }

    private Located mapping(MappingNode node, int line, int column) {
        Map<String, Located> entries = new LinkedHashMap<>();
        Map<String, Located.Scalar> keys = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(convert(tuple.getKeyNode()) instanceof Located.Scalar key)) {
                throw new InvalidFile(new Problem(file, line, column, "a key must be a single word"));
            }
            if (entries.containsKey(key.text())) {
                problems.add(key.problem("the key \"" + key.text() + "\" stands here a second time; keep one of the two"));
            }
            entries.put(key.text(), convert(tuple.getValueNode()));
            keys.put(key.text(), key);
        }
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
        return new Located.Mapping(file, line, column, entries, keys);
    }

    private Located.Scalar scalar(ScalarNode node, int line, int column) {
        String text = node.getValue();
        Object value = node.getScalarStyle() == ScalarStyle.PLAIN ? core(text, line, column) : text;
        return new Located.Scalar(file, line, column, value, text);
    }

    private @Nullable Object core(String text, int line, int column) {
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if (TRUE.matcher(text).matches()) {
            return Boolean.TRUE;
        }
        if (FALSE.matcher(text).matches()) {
            return Boolean.FALSE;
        }
        return NUMBER.matcher(text).matches() ? number(file, line, column, text) : text;
    }

    /**
     * A number that stands for itself, read within the same limits as one in a file.
     *
     * @param place what to name in complaints
     * @throws InvalidFile when it is too long or out of range
     */
    public static Located.Scalar number(String place, String text) {
        return new Located.Scalar(place, 0, 0, number(place, 0, 0, text), text);
    }

    static BigDecimal number(String file, int line, int column, String text) {
        Problem tooLarge = new Problem(file, line, column, "the number \"" + shortened(text) + "\" is out of range");
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new InvalidFile(tooLarge);
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InvalidFile(tooLarge);
        }
        if (number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
            throw new InvalidFile(tooLarge);
        }
        return number;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Leaves every plain scalar a string, so that the core schema above decides and nothing else. */
    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, Pattern.compile("(?!)"), "<");
        }
    }
}
