package eu.vitrine.formats;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A passage of YAML within a file: its keys with their lines in the file. Where the passage as a whole is not well-formed,
 * each of its outermost keys is read by itself, so that one slip does not lose the others.
 *
 * @param entries values by outermost key
 * @param lines line of each outermost key in the file
 * @param problems what is wrong, with lines of the file
 * @param whole whether the passage as a whole could be read
 */
record YamlPassage(Map<String, Located> entries, Map<String, Integer> lines, List<Problem> problems, boolean whole) {

    private static final Pattern KEY = Pattern.compile("[^\\s#&*!|>'\"%@`\\[{\\]},?:-][^:\\n]{0,100}:(\\s.*)?");
    /** Beyond these a broken passage is not taken apart. */
    private static final int LONGEST_IN_PARTS = 256 * 1024;
    /** What a parser holds of a text is many times its length; these bounds keep it small. */
    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_SEPARATORS = 150_000;
    private static final int MOST_PARTS = 200;
    private static final int MOST_NODES = 100_000;

    /**
     * Reads a passage.
     *
     * @param text the passage, with line feeds
     * @param file name of the file
     * @param before number of lines of the file before the passage
     */
    static YamlPassage read(String text, String file, int before) {
        Map<String, Located> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        if (tooLong(text)) {
            problems.add(new Problem(file, before + 1, 0, "this has more than " + LONGEST + " characters or " + MOST_SEPARATORS
                    + " entries and is not read"));
            return new YamlPassage(entries, lines, problems, false);
        }
        try {
            Located root = LocatedReader.read(text, file);
            if (root instanceof Located.Mapping mapping) {
                Shift shift = new Shift(before, Integer.MAX_VALUE);
                mapping.entries().forEach((key, value) -> {
                    entries.put(key, shift.of(value));
                    lines.put(key, mapping.keys().get(key).line() + before);
                });
            } else {
                problems.add(moved(root.problem("keys and values are expected here, not " + root.described()), before));
            }
            return new YamlPassage(entries, lines, problems, root instanceof Located.Mapping);
        } catch (InvalidFile e) {
            e.problems().forEach(problem -> problems.add(moved(problem, before)));
        }
        if (text.length() <= LONGEST_IN_PARTS) {
            inParts(text, file, before, entries, lines, problems);
        }
        return new YamlPassage(entries, lines, problems, false);
    }

    /** Whether a text is longer or has more entries than is read. */
    static boolean tooLong(String text) {
        return text.length() > LONGEST || text.chars().filter(c -> c == ',' || c == '\n').limit(MOST_SEPARATORS + 1L).count() > MOST_SEPARATORS;
    }

    private static void inParts(String text, String file, int before, Map<String, Located> entries, Map<String, Integer> lines,
            List<Problem> problems) {
        List<String> all = text.lines().toList();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < all.size() && starts.size() <= MOST_PARTS; i++) {
            if (KEY.matcher(all.get(i)).matches()) {
                starts.add(i);
            }
        }
        if (starts.size() > MOST_PARTS) {
            return;
        }
        Set<String> twice = new HashSet<>();
        Shift shift = new Shift(0, MOST_NODES);
        for (int i = 0; i < starts.size() && shift.left > 0; i++) {
            int start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.size();
            try {
                shift.by = before + start;
                if (LocatedReader.read(String.join("\n", all.subList(start, end)), file) instanceof Located.Mapping part) {
                    part.entries().forEach((key, value) -> {
                        if (entries.containsKey(key)) {
                            twice.add(key);
                        } else {
                            entries.put(key, shift.of(value));
                            lines.put(key, part.keys().get(key).line() + before + start);
                        }
                    });
                }
            } catch (InvalidFile e) {
                problems.addAll(e.problems().stream().map(problem -> moved(problem, before + start))
                        .filter(problem -> problems.stream().noneMatch(known -> known.line() == problem.line())).toList());
            }
        }
        twice.forEach(entries::remove);
    }

    private static Problem moved(Problem problem, int by) {
        return problem.line() == 0 ? problem : new Problem(problem.file(), problem.line() + by, problem.column(), problem.message());
    }

    /** Moves nodes to the lines that they have in the file. */
    private static final class Shift {
        private int by;
        private int left;

        Shift(int by, int left) {
            this.by = by;
            this.left = left;
        }

        Located of(Located node) {
            left--;
            return switch (node) {
                case Located.Scalar scalar ->
                    new Located.Scalar(scalar.file(), scalar.line() + by, scalar.column(), scalar.value(), scalar.text());
                case Located.Sequence sequence -> new Located.Sequence(
                        sequence.file(), sequence.line() + by, sequence.column(), sequence.items().stream().map(this::of).toList());
                case Located.Mapping mapping -> {
                    Map<String, Located> entries = new LinkedHashMap<>();
                    Map<String, Located.Scalar> keys = new LinkedHashMap<>();
                    mapping.entries().forEach((key, value) -> entries.put(key, of(value)));
                    mapping.keys().forEach((key, where) -> keys.put(key, (Located.Scalar) of(where)));
                    yield new Located.Mapping(mapping.file(), mapping.line() + by, mapping.column(), entries, keys);
                }
            };
        }
    }
}
