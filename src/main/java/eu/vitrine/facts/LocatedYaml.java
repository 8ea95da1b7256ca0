package eu.vitrine.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Reads YAML into located nodes from the parser's events. Nothing is composed before it is counted: a file is refused at the
 * entry that is one too many.
 */
final class LocatedYaml {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;
    /** A person mends no more at once, and a hostile file must not fill the memory with complaints. */
    private static final int MAX_DUPLICATES = 50;
    /** Not a tag but the wish to have none. */
    private static final String NO_TAG = "!";

    private final String file;
    private final Parser events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable Mark reached;
    private int nodes;
    private int depth;
    private int aliases;

    /** A node that an alias may repeat, and how many nodes it stands for. */
    private record Anchored(Located node, int nodes) {}

    private LocatedYaml(String file, Parser events) {
        this.file = file;
        this.events = events;
    }

    static Located read(String text, String file) {
        refuseUnprintable(text, file);
        LocatedYaml yaml = new LocatedYaml(file, new ParserImpl(new WholeText(text), limits()));
        try {
            return yaml.document();
        } catch (MarkedYAMLException e) {
            YamlWords.Said said = YamlWords.of(e);
            throw yaml.malformed(said.at(), said.words());
        } catch (NumberFormatException e) {
            // the library lets this through where a file ends in the middle of an escape
            throw yaml.malformed(null, "the file ends within an escape such as \\u0041");
        } catch (YAMLException e) {
            throw yaml.malformed(null, YamlWords.UNREADABLE);
        } catch (IllegalArgumentException e) {
            throw yaml.malformed(null, "an escape names no character");
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LocatedReader.MAX_YAML);
        return options;
    }

    /** The parser leaves this to its reader, which would not say where. */
    private static void refuseUnprintable(String text, String file) {
        WholeText characters = new WholeText(text);
        if (characters.reachesUnprintable()) {
            throw new InvalidFile(new Problem(file, characters.getLine() + 1, characters.getColumn() + 1,
                    "the character U+%04X may not stand in a YAML file".formatted(characters.peek())));
        }
    }

    private InvalidFile malformed(@Nullable Mark mark, String what) {
        Mark at = mark == null ? reached : mark;
        return new InvalidFile(new Problem(file, at == null ? 1 : at.getLine() + 1, at == null ? 1 : at.getColumn() + 1,
                "not well-formed YAML: " + what));
    }

    private Event next() {
        Event event = events.getEvent();
        reached = event.getEndMark();
        return event;
    }

    private Located document() {
        next(); // the stream starts
        if (next() instanceof StreamEndEvent) {
            throw new InvalidFile(new Problem(file, 0, 0, "the file is empty"));
        }
        Located root = node(next());
        if (!(next() instanceof DocumentEndEvent)) {
            throw malformed(null, "the document does not end");
        }
        Event after = next();
        if (!(after instanceof StreamEndEvent)) {
            throw malformed(after.getStartMark(), "a second document begins here; one file holds one");
        }
        return root;
    }

    private Located node(Event event) {
        int line = event.getStartMark().getLine() + 1;
        int column = event.getStartMark().getColumn() + 1;
        if (event instanceof AliasEvent alias) {
            return repeated(alias.getAnchor(), line, column);
        }
        int before = nodes;
        count(1, line, column);
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.remove(anchor);
            open.add(anchor);
        }
        Located node = event instanceof ScalarEvent scalar ? scalar(scalar, line, column) : collection((CollectionStartEvent) event, line, column);
        if (anchor != null) {
            open.remove(anchor);
            anchors.put(anchor, new Anchored(node, nodes - before));
        }
        return node;
    }

    private void count(int more, int line, int column) {
        nodes += more;
        if (nodes > LocatedReader.MAX_NODES) {
            throw LocatedReader.tooManyNodes(file, line, column);
        }
    }

    private Located repeated(String anchor, int line, int column) {
        String shown = LocatedReader.shortened(anchor);
        if (open.contains(anchor)) {
            throw new InvalidFile(new Problem(file, line, column, "the anchor \"" + shown + "\" refers to itself here"));
        }
        Anchored named = anchors.get(anchor);
        if (named == null) {
            throw new InvalidFile(new Problem(file, line, column, "nothing before this place has the anchor \"" + shown + "\""));
        }
        if (!(named.node() instanceof Located.Scalar) && ++aliases > MAX_ALIASES) {
            throw new InvalidFile(new Problem(file, line, column, "more than " + MAX_ALIASES + " aliases of lists and mappings; write them out"));
        }
        count(named.nodes(), line, column);
        return named.node();
    }

    private Located.Scalar scalar(ScalarEvent event, int line, int column) {
        refuseTag(event.getTag(), Tag.STR, line, column);
        String text = event.getValue();
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN && !Tag.STR.getValue().equals(event.getTag());
        return new Located.Scalar(file, line, column, plain ? LocatedReader.core(file, line, column, text) : text, text);
    }

    private Located collection(CollectionStartEvent event, int line, int column) {
        if (++depth > MAX_DEPTH) {
            throw new InvalidFile(new Problem(file, line, column, "nested more than " + MAX_DEPTH + " deep"));
        }
        boolean mapping = event instanceof MappingStartEvent;
        refuseTag(event.getTag(), mapping ? Tag.MAP : Tag.SEQ, line, column);
        Located collection = mapping ? mapping(line, column) : sequence(line, column);
        depth--;
        return collection;
    }

    private void refuseTag(@Nullable String tag, Tag own, int line, int column) {
        if (tag != null && !tag.equals(NO_TAG) && !tag.equals(own.getValue())) {
            throw new InvalidFile(new Problem(file, line, column, "the tag \"" + LocatedReader.shortened(tag) + "\" is refused; leave tags out"));
        }
    }

    private Located.Sequence sequence(int line, int column) {
        List<Located> items = new ArrayList<>();
        for (Event event = next(); !(event instanceof SequenceEndEvent); event = next()) {
            items.add(node(event));
        }
        return new Located.Sequence(file, line, column, items);
    }

    private Located.Mapping mapping(int line, int column) {
        Map<String, Located> entries = new LinkedHashMap<>();
        Map<String, Located.Scalar> keys = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Event event = next(); !(event instanceof MappingEndEvent); event = next()) {
            if (!(node(event) instanceof Located.Scalar key)) {
                throw new InvalidFile(new Problem(file, event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1,
                        "a key must be a single word"));
            }
            if (entries.containsKey(key.text()) && problems.size() < MAX_DUPLICATES) {
                problems.add(new Problem(file, event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1,
                        "the key \"" + LocatedReader.shortened(key.text()) + "\" stands here a second time; keep one of the two"));
            }
            entries.put(key.text(), node(next()));
            keys.put(key.text(), key);
        }
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
        return new Located.Mapping(file, line, column, entries, keys);
    }
}
